/** The address that a Kestra's tutorials send anything to: it answers with what it was sent, and keeps nothing. */
import type { Sample } from './sample.ts';

export const mock: Sample = {
  label: 'data contoh',
  prefix: 'https://kestra.io/api/mock',
  pattern: /^https:\/\/kestra\.io\/api\/mock\/?$/,
  anyMethod: true,
  answer: (_, _size, query, method) => ({
    contentType: 'application/json; charset=utf-8',
    content: [
      JSON.stringify({
        title: 'Success',
        method,
        params: Object.fromEntries(query),
        code: 200,
        createdAt: '2026-01-01T00:00:00.000Z',
        body: 'Request processed successfully',
      }),
    ],
  }),
};
