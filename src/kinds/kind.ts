export const KIND_NAMES = ['serviceaccount', 'rds', 'elasticache', 'hmpps-template'] as const;
/** The families of credentials, in the order in which reports list them. */
export type KindName = (typeof KIND_NAMES)[number];
