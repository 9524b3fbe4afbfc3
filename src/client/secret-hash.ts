/** Returns Cognito's SecretHash: Base64 of HMAC-SHA-256, keyed by the client secret, over user name and client id. */
export async function secretHash(secret: string, username: string, clientId: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes(secret), algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, bytes(username + clientId));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
