/** Rendering, against nunjucks with its templates compiled beforehand: the same output from both, or it is no comparison. */
import nunjucks from 'nunjucks';
import { render } from '#engine/index.ts';
import { type Pair, pair } from './pairs.ts';

const VARIABLES = {
  taxi: 'green',
  tahun: 2019,
  nama: 'Budi',
  benar: true,
  daftar: Array.from({ length: 100 }, (_, index) => ({ id: index, kota: `kota-${index}` })),
  inputs: { taxi: 'yellow', year: '2019', month: '01' },
};

/** What is measured, as Pebble and as nunjucks write it. */
const TEMPLATES: readonly (readonly [name: string, pebble: string, nunjucks: string])[] = [
  [
    'sisipan',
    '{{inputs.taxi}}_tripdata_{{inputs.year}}-{{inputs.month}}.csv',
    '{{inputs.taxi}}_tripdata_{{inputs.year}}-{{inputs.month}}.csv',
  ],
  [
    'filter',
    "{{ nama | upper }} {{ taxi | capitalize }} {{ nama | replace({'B': 'R'}) | lower }}",
    "{{ nama | upper }} {{ taxi | capitalize }} {{ nama | replace('B', 'R') | lower }}",
  ],
  [
    'for atas 100 unsur',
    '{% for satu in daftar %}{{ satu.id }}:{{ satu.kota }},{% endfor %}',
    '{% for satu in daftar %}{{ satu.id }}:{{ satu.kota }},{% endfor %}',
  ],
  [
    'if dan else',
    "{% if tahun == 2019 and benar %}{{ taxi }}{% else %}-{% endif %}{% if taxi == 'x' %}a{% elseif tahun > 2000 %}b{% endif %}",
    "{% if tahun == 2019 and benar %}{{ taxi }}{% else %}-{% endif %}{% if taxi == 'x' %}a{% elif tahun > 2000 %}b{% endif %}",
  ],
  [
    'map dan daftar',
    "{{ {'a': taxi}['a'] ?? '' }}{{ [nama, taxi] | join('-') }}".replace("{'a': taxi}['a']", "({'a': taxi}).a"),
    "{{ ({'a': taxi}).a or '' }}{{ [nama, taxi] | join('-') }}",
  ],
];
const TIMES = 10_000;

export async function benchRender(): Promise<Pair[]> {
  const environment = new nunjucks.Environment(null, { autoescape: false });
  const pairs: Pair[] = [];
  for (const [name, pebble, other] of TEMPLATES) {
    const compiled = nunjucks.compile(other, environment);
    const [a, b] = [render(pebble, VARIABLES), compiled.render(VARIABLES)];
    if (a !== b) throw new Error(`${name}: ${a} is not ${b}`);
    pairs.push(
      await pair(
        `${TIMES} kali merender: ${name}`,
        'nunjucks, sudah dikompilasi',
        async () => {
          for (let time = 0; time < TIMES; time++) render(pebble, VARIABLES);
        },
        async () => {
          for (let time = 0; time < TIMES; time++) compiled.render(VARIABLES);
        },
      ),
    );
  }
  return pairs;
}
