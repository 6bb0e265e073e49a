/** Rendering, against nunjucks with its templates compiled beforehand: the same output from both, or it is no comparison. */
import nunjucks from 'nunjucks';
import { render } from '#engine/index.ts';
import { type Pair, pair } from './pairs.ts';

export const VARIABLES = {
  taxi: 'green',
  tahun: 2019,
  nama: 'Budi',
  benar: true,
  daftar: Array.from({ length: 100 }, (_, index) => ({ id: index, kota: `kota-${index}` })),
  inputs: { taxi: 'yellow', year: '2019', month: '01' },
  outputs: { ekstrak: { vars: { baris: 76518, berkas: null } }, muat: { rowCount: 76518 } },
  trigger: { date: '2019-01-31T09:00:00Z' },
};

/** What is measured, as Pebble and as nunjucks write it. */
export const RENDERED: readonly (readonly [name: string, pebble: string, nunjucks: string])[] = [
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
  [
    'outputs bersarang dengan ??',
    '{{ outputs.ekstrak.vars.berkas ?? outputs.ekstrak.vars.nama ?? outputs.muat.rowCount }} {{ outputs.ekstrak.vars.baris }}',
    '{{ outputs.ekstrak.vars.berkas or outputs.ekstrak.vars.nama or outputs.muat.rowCount }} {{ outputs.ekstrak.vars.baris }}',
  ],
  [
    'pilihan dengan ?:',
    "{{ inputs.taxi == 'green' ? 'lpep' : 'tpep' }}_pickup_datetime {{ tahun >= 2019 and benar ? 'baru' : 'lama' }}",
    "{{ 'lpep' if inputs.taxi == 'green' else 'tpep' }}_pickup_datetime {{ 'baru' if tahun >= 2019 and benar else 'lama' }}",
  ],
  [
    'filter date',
    "{{ trigger.date | date('yyyy-MM') }}/{{ trigger.date | date('dd MMMM yyyy', timeZone='Asia/Jakarta', locale='id') }}",
    '{{ trigger.date | bulan }}/{{ trigger.date | tanggal }}',
  ],
];
const TIMES = 10_000;

/** nunjucks has no dates: these two filters are what its users write, with the platform's own formats kept ready. */
const JAKARTA = new Intl.DateTimeFormat('id', {
  day: '2-digit',
  month: 'long',
  year: 'numeric',
  timeZone: 'Asia/Jakarta',
});
export const ENVIRONMENT = new nunjucks.Environment(null, { autoescape: false })
  .addFilter('bulan', (text: string) => new Date(text).toISOString().slice(0, 7))
  .addFilter('tanggal', (text: string) => JAKARTA.format(new Date(text)));

export async function benchRender(): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const [name, pebble, other] of RENDERED) {
    const compiled = nunjucks.compile(other, ENVIRONMENT);
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
