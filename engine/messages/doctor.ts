/** What `alur doctor` says: what is so, then what to do. */
type Said = readonly [message: string, fix?: string | undefined];

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`;
const apart = (seconds: number) =>
  Math.abs(seconds) < 7200
    ? `${Math.round(Math.abs(seconds) / 60)} menit`
    : `${Math.round(Math.abs(seconds) / 3600)} jam`;

export const doctorMessages = {
  fine: 'Semua beres.',
  errors: (count: number) => `${count} hal perlu dibetulkan.`,
  marks: { error: 'SALAH ', warning: 'PERLU ', info: 'TAHU  ' },
  fix: 'Perbaikan:',
  nodeOld: (version: string): Said => [
    `Node ${version} terlalu lama; Alur memerlukan 22.22 atau lebih baru.`,
    'Pasang Node 24 dari nodejs.org, lalu jalankan npm start lagi.',
  ],
  dockerAbsent: [
    'Docker tidak ada di komputer ini. Situs dan terminal tetap jalan; yang tidak bisa hanya compose dan --tier docker.',
    'Kalau perlu, pasang Docker Desktop (Windows, macOS) atau Docker Engine (Linux).',
  ] as Said,
  dockerStopped: [
    'Docker terpasang, tetapi belum menyala.',
    'Buka Docker Desktop, atau jalankan: sudo systemctl start docker',
  ] as Said,
  dockerDenied: [
    'Docker menyala, tetapi penggunamu belum boleh memakainya.',
    'Jalankan: sudo usermod -aG docker $USER — lalu keluar dari sesi dan masuk lagi.',
  ] as Said,
  dockerFailed: (said: string, explanation?: string): Said => [`Docker menjawab dengan galat: ${said}`, explanation],
  portTaken: (variable: string, port: number, by: string): Said => [
    `Port ${port} sudah dipakai ${by}.`,
    `Hentikan program itu, atau ubah ${variable} di berkas .env.`,
  ],
  postgresVolume: (name: string): Said => [
    `Container ${name} memasang volume di /var/lib/postgresql/data, padahal Postgres 18 menyimpan datanya di /var/lib/postgresql.`,
    'Ubah volume-nya menjadi /var/lib/postgresql, lalu buat ulang container-nya: docker compose up -d --force-recreate',
  ],
  postgresVolumeInFile: [
    'Berkas compose di folder ini memasang volume di /var/lib/postgresql/data, padahal Postgres 18 menyimpan datanya di /var/lib/postgresql.',
    'Hapus /data dari jalur itu di berkas compose.',
  ] as Said,
  containerOld: (name: string, image: string): Said => [
    `Ada container lama bernama ${name} (${image}) yang sudah berhenti; namanya bisa bertabrakan.`,
    `Kalau tidak dipakai lagi: docker rm ${name}`,
  ],
  volumeOld: (names: readonly string[]): Said => [
    `Ada data dari pemakaian sebelumnya: ${names.join(', ')}. Data itu akan dipakai lagi.`,
    'Kalau ingin mulai dari nol: docker compose down -v',
  ],
  disk: (free: number): Said => [
    `Disk tinggal ${gigabytes(free)}; image dan data memerlukan sekitar 5 GB.`,
    'Kosongkan disk, misalnya dengan: docker system prune',
  ],
  imagesToFetch: (images: readonly string[]): Said => [
    `Belum ada di sini dan akan diunduh sekali: ${images.join(', ')}.`,
  ],
  imagesUnreachable: (images: readonly string[]): Said => [
    `Belum ada di sini: ${images.join(', ')}. Internet tidak menjawab, jadi tidak bisa diunduh.`,
    `Sambungkan ke internet, lalu: docker pull ${images[0] ?? ''}`,
  ],
  clock: (seconds: number): Said => [
    `Jam komputermu ${seconds > 0 ? 'terlalu cepat' : 'terlambat'} ${apart(seconds)}; sambungan https dan jadwal bisa gagal.`,
    'Nyalakan penyetelan jam otomatis di pengaturan sistem.',
  ],
  dockerClock: (seconds: number): Said => [
    `Jam di dalam Docker berbeda ${apart(seconds)} dari jam komputermu.`,
    'Mulai ulang Docker Desktop.',
  ],
  browserAbsent: [
    'Tidak ada Chromium atau Chrome yang dikenali. Situs jalan di peramban mana pun; Chromium hanya dipakai npm test.',
  ] as Said,
};
