// Stands in the bundle for a library of which nothing is used.
export class HttpClient {}
export class BearerCredentialHandler {}
