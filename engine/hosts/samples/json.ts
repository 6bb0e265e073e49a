/** Samples of JSON addresses: each answers all that begins with its prefix, so that nothing of it slips out to the network. */
import { objectsAnswer } from './objects.ts';
import { downloadsAnswer, imageAnswer, packageAnswer, repositoryAnswer } from './registries.ts';
import type { Sample } from './sample.ts';
import { cartsAnswer, shopAnswer } from './shop.ts';
import { type SocialList, socialAnswer } from './social.ts';

const LISTS: readonly SocialList[] = ['comments', 'posts', 'todos', 'users'];

export const jsonSamples: readonly Sample[] = [
  jsonSample('https://dummyjson.com/products', shopAnswer),
  jsonSample('https://dummyjson.com/carts', cartsAnswer),
  ...LISTS.map((list) =>
    jsonSample(`https://jsonplaceholder.typicode.com/${list}`, (rest, query) => socialAnswer(list, rest, query)),
  ),
  jsonSample('https://api.restful-api.dev/objects', objectsAnswer),
  jsonSample('https://api.github.com/repos', repositoryAnswer),
  jsonSample('https://pypi.org/pypi', packageAnswer),
  jsonSample('https://pypistats.org/api/packages', downloadsAnswer),
  jsonSample('https://hub.docker.com/v2/repositories', imageAnswer),
];

/** `answer` gets what follows the prefix, and gives nothing where the address has nothing. */
function jsonSample(prefix: string, answer: (rest: string, query: URLSearchParams) => unknown): Sample {
  return {
    label: 'data contoh',
    prefix,
    pattern: new RegExp(`^${prefix.replaceAll('.', '\\.')}(?<rest>(?:/.*)?)$`),
    answer({ rest = '' }, _size, query) {
      const found = answer(rest, query);
      if (found === undefined) return undefined;
      return { contentType: 'application/json; charset=utf-8', content: [JSON.stringify(found)] };
    },
  };
}
