/** Base64 as Java's decoder reads it: padding may be missing, nothing else may. */
export const encoded = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
};

/** Nothing where the text is no base64. */
export function decoded(text: string): Uint8Array | undefined {
  const plain = text.replace(/={1,2}$/, '');
  const padded = text.endsWith('=');
  if (!/^[A-Za-z\d+/]*$/.test(plain) || plain.length % 4 === 1 || (padded && text.length % 4 !== 0)) return undefined;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}
