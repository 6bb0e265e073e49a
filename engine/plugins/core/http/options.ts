/** What Download and Request have in common: the request's properties, and the client's options. */
import * as z from 'zod';
import { duration, rendered } from '../../property.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'] as const;
const text = () => rendered(z.string()).optional();
const flag = () => rendered(z.boolean()).optional();
const wait = () => rendered(duration()).optional();
/** The old names are no `Property` in a Kestra: what does not fit is refused on saving. */
const old = () => rendered(duration(), duration()).optional();
const plain = () => rendered(z.string(), z.string()).optional();

export const options = z.strictObject({
  timeout: z
    .strictObject({
      connectTimeout: wait().describe('Batas waktu menyambung, durasi ISO-8601.'),
      readIdleTimeout: wait().describe('Batas waktu menunggu jawaban, durasi ISO-8601; bawaannya PT5M.'),
    })
    .optional()
    .describe('Batas waktu.'),
  proxy: z
    .strictObject({
      type: text().describe('Jenis proxy: DIRECT, HTTP, atau SOCKS.'),
      address: text().describe('Alamat proxy.'),
      port: rendered(z.number()).optional().describe('Port proxy.'),
      username: text().describe('Nama pengguna proxy.'),
      password: text().describe('Kata sandi proxy.'),
    })
    .optional()
    .describe('Proxy; belum bisa dipakai di sini.'),
  auth: z
    .strictObject({
      type: z.literal(['BASIC', 'BEARER']).describe('BASIC atau BEARER.'),
      username: text().describe('Nama pengguna, untuk BASIC.'),
      password: text().describe('Kata sandi, untuk BASIC.'),
      token: text().describe('Token, untuk BEARER.'),
    })
    .optional()
    .describe('`type: BASIC` dengan `username` dan `password`, atau `type: BEARER` dengan `token`.'),
  ssl: z
    .strictObject({ insecureTrustAllCertificates: flag().describe('Terima sertifikat apa pun; hanya untuk mencoba.') })
    .optional()
    .describe('Aturan TLS.'),
  followRedirects: rendered(z.boolean()).default(true).describe('Ikuti alamat pengganti (3xx).'),
  allowFailed: rendered(z.boolean()).default(false).describe('Terima juga jawaban 400 ke atas.'),
  allowedResponseCodes: rendered(z.array(z.number())).optional().describe('Kode 400 ke atas yang diterima.'),
  defaultCharset: text().describe('Charset isi kalau jawaban tidak menyebutnya; bawaannya UTF-8.'),
  logs: z
    .array(z.enum(['REQUEST_HEADERS', 'REQUEST_BODY', 'RESPONSE_HEADERS', 'RESPONSE_BODY']))
    .optional()
    .describe('Bagian permintaan yang dicatat ke log.'),
  connectTimeout: old().describe('Usang: pakai `timeout.connectTimeout`.'),
  readTimeout: old().describe('Usang: pakai `timeout.readIdleTimeout`.'),
  readIdleTimeout: old().describe('Usang: pakai `timeout.readIdleTimeout`.'),
  connectionPoolIdleTimeout: old().describe('Usang, tidak berpengaruh.'),
  maxContentLength: z.number().optional().describe('Usang, tidak berpengaruh.'),
  basicAuthUser: plain().describe('Usang: pakai `auth`.'),
  basicAuthPassword: plain().describe('Usang: pakai `auth`.'),
  logLevel: z
    .enum(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'OFF', 'NOT_SPECIFIED'])
    .optional()
    .describe('Usang, tidak berpengaruh.'),
  proxyType: z.enum(['DIRECT', 'HTTP', 'SOCKS']).optional().describe('Usang: pakai `proxy`.'),
  proxyAddress: plain().describe('Usang: pakai `proxy`.'),
  proxyPort: z.int().optional().describe('Usang: pakai `proxy`.'),
  proxyUsername: plain().describe('Usang: pakai `proxy`.'),
  proxyPassword: plain().describe('Usang: pakai `proxy`.'),
});

export const requestShape = {
  uri: rendered(z.string()).describe('Alamat yang diminta.'),
  method: rendered(z.enum(METHODS)).default('GET').describe('Metode HTTP.'),
  params: rendered(z.record(z.string(), z.unknown()))
    .optional()
    .describe('Parameter yang ditambahkan di belakang alamat.'),
  body: rendered(z.string()).optional().describe('Isi permintaan.'),
  formData: rendered(z.record(z.string(), z.unknown()))
    .optional()
    .describe('Isi formulir; berkas ditulis sebagai alamat `kestra://`.'),
  contentType: rendered(z.string()).optional().describe('Header Content-Type dari isi permintaan.'),
  allowFailed: rendered(z.boolean()).optional().describe('Usang: pakai `options.allowFailed`.'),
  sslOptions: z
    .strictObject({ insecureTrustAllCertificates: flag().describe('Terima sertifikat apa pun; hanya untuk mencoba.') })
    .optional()
    .describe('Usang: pakai `options.ssl`.'),
  headers: rendered(z.record(z.string(), z.unknown())).optional().describe('Header tambahan.'),
  options: options.optional().describe('Perilaku klien HTTP.'),
};

export type Options = z.output<typeof options>;
export type RequestProperties = z.output<z.ZodObject<typeof requestShape>>;
