/** The site: Starlight with our look. `ALUR_BASE` puts it under a sub-path. */
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import links from 'starlight-links-validator';

const chapter = (label: string, directory: string) => ({ label, items: [{ autogenerate: { directory } }] });

export default defineConfig({
  base: process.env.ALUR_BASE ?? '/',
  trailingSlash: 'always',
  outDir: './dist',
  integrations: [
    starlight({
      title: 'Alur',
      description: 'Catatan belajar orkestrasi workflow yang setiap lab-nya bisa dijalankan di halaman.',
      locales: { root: { label: 'Bahasa Indonesia', lang: 'id' } },
      favicon: '/favicon.svg',
      customCss: [
        './src/styles/tokens.css',
        './src/styles/fonts.css',
        './src/styles/theme.css',
        './src/styles/controls.css',
      ],
      components: {
        SiteTitle: './src/components/SiteTitle.astro',
        SocialIcons: './src/components/TopLinks.astro',
        Footer: './src/components/Footer.astro',
      },
      expressiveCode: false,
      credits: false,
      sidebar: [
        chapter('1 Pengantar orkestrasi', '01-pengantar'),
        chapter('2 Memulai', '02-memulai'),
        chapter('3 Praktik ETL', '03-etl'),
        chapter('4 ELT di GCP', '04-elt-gcp'),
        chapter('5 AI untuk rekayasa data', '05-ai'),
      ],
      plugins: [links({ errorOnRelativeLinks: false })],
    }),
    mdx(),
    svelte(),
  ],
  markdown: { shikiConfig: { theme: 'css-variables' } },
  vite: {
    worker: { format: 'es' },
    build: { assetsInlineLimit: 0 },
    optimizeDeps: { exclude: ['@electric-sql/pglite', 'pyodide'] },
  },
});
