/** Secrets by name (`SECRET_NAME`, base64, where the host has an environment). */
export interface Secrets {
  get(namespace: string, name: string): Promise<string | undefined>;
}
