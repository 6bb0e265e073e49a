/** Made-up people, posts, to-dos and comments in the shape of JSONPlaceholder: the list, one by number, filters by a field. */
import { numbersFrom } from '../common/random.ts';

const NAMES = ['Ayu Lestari', 'Budi Santoso', 'Citra Dewi', 'Dimas Pratama', 'Eka Putri', 'Fajar Nugroho', 'Gita Sari'];
const CITIES = ['Bandung', 'Surabaya', 'Medan', 'Makassar', 'Yogyakarta', 'Denpasar'];
const WORDS = 'data alur tugas tabel kolom jadwal berkas kueri server catatan laporan hasil'.split(' ');

export type SocialList = 'comments' | 'posts' | 'todos' | 'users';

const COUNTS: Record<SocialList, number> = { comments: 500, posts: 100, todos: 200, users: 10 };

/** `/posts/1/comments` are the comments with `postId` 1. */
const NESTED: Partial<Record<SocialList, { lists: readonly string[]; by: string }>> = {
  posts: { lists: ['comments'], by: 'postId' },
  users: { lists: ['posts', 'todos'], by: 'userId' },
};

/** The answer to what follows the list's name; nothing where there is no such entry. */
export function socialAnswer(list: SocialList, rest: string, query: URLSearchParams): unknown {
  if (rest === '' || rest === '/') {
    const all = Array.from({ length: COUNTS[list] }, (_, at) => entry(list, at + 1));
    const asked = [...query].filter(([name]) => !name.startsWith('_'));
    const found = all.filter((one) => asked.every(([name, value]) => String(one[name]) === value));
    const limit = query.get('_limit');
    return limit !== null && /^\d{1,6}$/.test(limit) ? found.slice(0, Number(limit)) : found;
  }
  const [, of, inner] = /^\/(\d{1,6})\/(comments|posts|todos)$/.exec(rest) ?? [];
  const owner = NESTED[list];
  if (of !== undefined && owner?.lists.includes(inner ?? '')) {
    return socialAnswer(inner as SocialList, '', new URLSearchParams({ [owner.by]: of }));
  }
  const id = Number(/^\/(\d{1,6})$/.exec(rest)?.[1] ?? 0);
  return id >= 1 && id <= COUNTS[list] ? entry(list, id) : undefined;
}

function entry(list: SocialList, id: number): Record<string, unknown> {
  const next = numbersFrom(`${list} ${id}`);
  switch (list) {
    case 'posts':
      return { userId: Math.ceil(id / 10), id, title: sentence(5, next), body: sentence(24, next) };
    case 'todos':
      return { userId: Math.ceil(id / 20), id, title: sentence(4, next), completed: next() < 0.45 };
    case 'comments':
      return { postId: Math.ceil(id / 5), id, name: sentence(4, next), email: mail(id), body: sentence(18, next) };
    case 'users': {
      const name = NAMES[(id - 1) % NAMES.length] ?? '';
      return {
        id,
        name,
        username: `${name.split(' ')[0] ?? ''}${id}`,
        email: mail(id),
        address: {
          street: `Jalan Contoh ${id}`,
          suite: `No. ${1 + Math.floor(next() * 90)}`,
          city: CITIES[id % CITIES.length],
          zipcode: String(10_000 + Math.floor(next() * 89_999)),
          geo: { lat: (-8 + next() * 3).toFixed(4), lng: (106 + next() * 9).toFixed(4) },
        },
        phone: `021-555-${String(1000 + id)}`,
        website: 'contoh.example',
        company: { name: `PT Contoh ${id}`, catchPhrase: sentence(3, next), bs: sentence(3, next) },
      };
    }
  }
}

const mail = (id: number): string => `orang${id}@contoh.example`;

const sentence = (length: number, next: () => number): string =>
  Array.from({ length }, () => WORDS[Math.floor(next() * WORDS.length)] ?? '').join(' ');
