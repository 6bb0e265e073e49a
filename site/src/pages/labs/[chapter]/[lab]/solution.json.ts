/** A lab's solution, fetched only when a learner asks for it. */
import type { APIRoute } from 'astro';
import { labIds, labOf } from '../../../../labs.ts';

export function getStaticPaths() {
  return labIds().map((id) => {
    const [chapter = '', lab = ''] = id.split('/');
    return { params: { chapter, lab } };
  });
}

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify({ solution: labOf(`${params.chapter}/${params.lab}`).solution }), {
    headers: { 'content-type': 'application/json' },
  });
