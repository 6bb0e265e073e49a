/** What is wrong with a flow's text, in Indonesian: what it is, then what to do. */
const oneOf = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');
const meant = (suggestion?: string): string => (suggestion === undefined ? '' : ` Maksudmu \`${suggestion}\`?`);

export const diagnosticMessages = {
  syntax: (original: string) => `YAML ini tidak bisa dibaca: ${original}`,
  indentation: () =>
    'Jorokan baris ini tidak cocok dengan baris di atasnya. Samakan jumlah spasinya, jangan pakai tab.',
  tooLarge: (most: number) => `Flow ini lebih dari ${most} MB. Bagi menjadi beberapa flow.`,
  tooDeep: () => 'YAML ini terlalu dalam bersarang. Kurangi tingkatnya.',
  alias: (name: string) =>
    `Kestra tidak mengembangkan alias YAML: \`*${name}\` menjadi teks \`${name}\`. Tulis nilainya langsung.`,
  complexKey: () => 'kunci harus berupa teks. Bila maksudmu `{{ … }}`, beri kutip di sekelilingnya.',
  badEscape: () => 'ada garis miring terbalik yang tidak dikenal di dalam kutip ganda.',
  specialCharacter: (code: string) =>
    `YAML ini berisi tanda yang tidak terlihat (U+${code}). Hapus, atau tulis ulang barisnya.`,
  encoding: () => 'Berkas ini bukan UTF-8, jadi tulisannya tidak terbaca. Simpan ulang sebagai UTF-8 di penyuntingmu.',
  brokenLetters: () =>
    'Ada huruf yang rusak di sini (�), mungkin karena berkas ini bukan UTF-8. Simpan ulang sebagai UTF-8, lalu tulis lagi hurufnya.',
  tab: () => 'Ada tab di sini, dan Kestra menolaknya. Ganti dengan spasi.',
  directive: () => 'Baris yang diawali `%` tidak dibaca Kestra. Hapus baris ini.',
  unreadableNumber: (text: string) =>
    `Kestra tidak bisa membaca \`${text}\` sebagai angka. Beri kutip bila maksudmu teks.`,
  duplicateKey: (key: string) => `Kunci \`${key}\` ditulis dua kali. Hapus salah satunya.`,
  severalDocuments: () =>
    'Hanya flow pertama di berkas ini yang dibaca; yang sesudah `---` diabaikan. Pindahkan ke berkas lain.',
  empty: () => 'Flow ini masih kosong. Mulai dengan `id`, `namespace`, dan `tasks`.',
  notAMap: (what: string) => `${what} harus berupa map, yaitu baris-baris \`kunci: nilai\`.`,
  notAList: (what: string) => `${what} harus berupa daftar, yaitu baris-baris yang diawali \`-\`.`,
  missing: (key: string, of: string) => `${of} belum punya \`${key}\`.`,
  noTasks: () => 'Flow perlu paling sedikit satu task di `tasks`.',
  notATask: (key: string) =>
    `Ini bukan task. Kestra menyimpannya, tetapi eksekusi gagal di sini: tulis task dengan \`id\` dan \`type\`, atau hapus barisnya dari \`${key}\`.`,
  notACondition: () =>
    'Ini bukan syarat. Kestra menyimpannya, tetapi gagal tiap kali memeriksanya: tulis syarat dengan `type` dari io.kestra.plugin.core.condition, atau hapus.',
  emptyTrigger: () =>
    'Trigger ini kosong. Kestra menyimpannya lalu berhenti karenanya; di sini dilewati. Hapus baris ini.',
  ignoredTask: (key: string) =>
    `\`${key}\` di sini disimpan Kestra tetapi tidak pernah dijalankan. Hapus, atau pindahkan tasknya ke luar.`,
  conditionTakesText: (key: string) =>
    `\`${key}\` dibaca sebagai teks: daftar atau map di sini menjadi teks JSON, jadi syarat ini tidak akan cocok. Tulis sebuah teks.`,
  emptyTasks: (key: string, of: string) => `${of} perlu paling sedikit satu task di \`${key}\`.`,
  noCases: (of: string) => `${of} tidak punya \`cases\`, jadi selalu gagal saat dijalankan. Tulis sedikitnya satu.`,
  notInWorkingDirectory: (id: string) =>
    `Task \`${id}\` tidak boleh di dalam WorkingDirectory, karena menjalankan task lain. Pindahkan ke luar.`,
  workerGroupInside: () => 'Di dalam WorkingDirectory `workerGroup` hanya boleh ditulis pada WorkingDirectory-nya.',
  unknownProperty: (key: string, of: string, suggestion?: string) =>
    `${of} tidak punya properti \`${key}\`.${meant(suggestion)}`,
  unknownType: (type: string, suggestion?: string) => `Type \`${type}\` tidak dikenal.${meant(suggestion)}`,
  unsupportedType: (type: string, why?: string) =>
    [`Type \`${type}\` ada di Kestra, tetapi belum bisa dijalankan di sini.`, why].filter(Boolean).join(' '),
  deprecatedType: (type: string, instead: string) =>
    `Type \`${type}\` sudah usang. Pakai ${instead.includes('`') ? instead : `\`${instead}\``}.`,
  wrongType: (key: string, wanted: string) => `Nilai \`${key}\` tidak cocok: ${wanted}`,
  failsWhenRun: (key: string, wanted: string) =>
    `Flow ini boleh disimpan, tetapi akan gagal saat dijalankan: \`${key}\` ${wanted}`,
  badId: (id: string) =>
    `Id \`${id}\` tidak boleh dipakai. Pakai huruf, angka, \`-\`, dan \`_\`, diawali huruf atau angka.`,
  reservedId: (id: string) => `Id \`${id}\` sudah dipakai Kestra untuk hal lain. Pilih nama lain.`,
  duplicateId: (id: string, line: number) =>
    `Id \`${id}\` sudah dipakai di baris ${line}. Setiap task perlu id sendiri.`,
  badNamespace: (namespace: string) =>
    `Namespace \`${namespace}\` tidak boleh dipakai. Pakai huruf kecil, angka, titik, \`-\`, dan \`_\`.`,
  systemLabel: (key: string) => `Label \`${key}\` hanya boleh dipasang oleh Kestra. Pakai nama tanpa \`system.\`.`,
  emptyLabel: () => 'Label perlu kunci dan nilai yang tidak kosong.',
  badDuration: (text: string) => `\`${text}\` bukan durasi ISO-8601. Contohnya PT5M (lima menit) atau P1D (satu hari).`,
  badCron: (text: string, why: string) => `Jadwal cron \`${text}\` tidak benar: ${why}`,
  neverTicks: (text: string) =>
    `Jadwal \`${text}\` tidak pernah tiba: tanggal itu tidak ada di kalender. Flow ini tidak akan berjalan sendiri.`,
  conditionWithoutUse: (name: string, where: string) =>
    `Syarat ${name} diabaikan di sini: ia hanya berguna di ${where}.`,
  badZone: (zone: string) => `Zona waktu \`${zone}\` tidak dikenal. Pakai nama IANA, misalnya Asia/Jakarta.`,
  badExpression: (explanation: string) => explanation,
  unknownInExpression: (kind: string, name: string, suggestion?: string) =>
    `${kind} \`${name}\` tidak ada.${meant(suggestion)}`,
  unknownInput: (id: string, suggestion?: string) =>
    `Input \`${id}\` tidak ada di \`inputs\` flow ini.${meant(suggestion)}`,
  unknownVariable: (id: string, suggestion?: string) =>
    `Variabel \`${id}\` tidak ada di \`variables\` flow ini.${meant(suggestion)}`,
  unknownOutput: (id: string, suggestion?: string) =>
    `Tidak ada task \`${id}\`, jadi outputnya juga tidak ada.${meant(suggestion)}`,
  laterOutput: (id: string) =>
    `Task \`${id}\` baru berjalan sesudah task ini, jadi outputnya belum ada. Pindahkan \`${id}\` ke depan task ini.`,
  sideBySide: (id: string) =>
    `Task \`${id}\` berjalan bersamaan dengan task ini, jadi outputnya belum tentu ada. Jalankan keduanya berurutan di dalam Sequential.`,
  notDependedOn: (id: string) =>
    `Task ini tidak menunggu \`${id}\`, jadi outputnya belum tentu ada. Tulis \`${id}\` di \`dependsOn\`.`,
  ownOutput: (id: string) => `Output \`${id}\` baru ada sesudah task ini selesai. Pakai \`inputs\` atau \`vars\`.`,
  disabledOutput: (id: string) =>
    `Task \`${id}\` dimatikan dengan \`disabled\`, jadi outputnya tidak pernah ada. Hapus \`disabled\`, atau jangan pakai outputnya.`,
  unknownOutputName: (id: string, name: string, names: readonly string[], suggestion?: string) =>
    `Output task \`${id}\` tidak punya \`${name}\`.${meant(suggestion)} Yang ada: ${oneOf(names)}.`,
  unknownField: (of: string, name: string, suggestion?: string) =>
    `\`${of}\` tidak punya \`${name}\`.${meant(suggestion)}`,
  unknownTask: (id: string, suggestion?: string) => `Tidak ada task \`${id}\` di flow ini.${meant(suggestion)}`,
  missingDependsOn: (id: string, other: string) =>
    `Input \`${id}\` memakai input \`${other}\` yang belum ada saat itu. Tulis \`${other}\` di \`dependsOn.inputs\`.`,
  unknownSubflow: (namespace: string, id: string) =>
    `Flow \`${namespace}.${id}\` belum ada di sini. Pastikan ada saat task ini dijalankan.`,
  otherBranch: (id: string) =>
    `Task \`${id}\` ada di cabang lain, yang tidak berjalan bila cabang ini berjalan. Pakai \`??\` untuk nilai penggantinya.`,
  unknownName: (name: string, suggestion?: string) => `\`${name}\` tidak ada di dalam ungkapan.${meant(suggestion)}`,
  unusedInput: (id: string) => `Input \`${id}\` tidak pernah dipakai. Hapus, atau pakai di sebuah task.`,
  badInputType: (type: string, known: readonly string[]) =>
    `Jenis input \`${type}\` tidak ada. Yang ada: ${oneOf(known)}.`,
  badInput: (id: string, why: string) => `Input \`${id}\` ${why}`,
  duplicateInput: (id: string) => `Input \`${id}\` ditulis dua kali.`,
  badDefault: (id: string, why: string) => `Nilai bawaan input \`${id}\` tidak cocok: ${why}`,
  unknownDependency: (id: string) => `\`dependsOn\` menyebut \`${id}\` yang tidak ada.`,
  dagCycle: (ids: readonly string[]) =>
    `Task-task ini saling menunggu: ${ids.join(' → ')}. Putuskan salah satu \`dependsOn\`.`,
  selfSubflow: () => 'Flow ini memanggil dirinya sendiri lewat Subflow, sehingga tidak akan pernah selesai.',
  badRegex: (pattern: string) => `\`${pattern}\` bukan regular expression yang benar.`,
  badRetry: (why: string) => `\`retry\` tidak benar: ${why}`,
};
