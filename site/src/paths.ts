/** An address within the site, under whatever sub-path it stands. */
export const href = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;
