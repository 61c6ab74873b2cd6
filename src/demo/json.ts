/** A JSON object of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a JSON text, null for an empty one; a text that is no JSON is given back as it is. */
export function parseJson(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return text === '' ? null : JSON.parse(text, reviver);
  } catch {
    return text;
  }
}
