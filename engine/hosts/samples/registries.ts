/** Made-up figures in the shape of the places that lessons ask for them: GitHub, PyPI, PyPI Stats, Docker Hub. The same each time. */
import { numbersFrom } from '../common/random.ts';

const NAME = /^[\w.-]{1,100}$/;

/** `/OWNER/NAME` of api.github.com/repos. */
export function repositoryAnswer(rest: string): unknown {
  const [, owner = '', name = '', more] = rest.replace(/\/$/, '').split('/');
  if (!NAME.test(owner) || !NAME.test(name) || more !== undefined) return undefined;
  const next = numbersFrom(`github ${owner}/${name}`.toLowerCase());
  const stars = 100 + Math.floor(next() * 30_000);
  const forks = Math.floor(stars * (0.02 + next() * 0.1));
  const issues = Math.floor(next() * 500);
  return {
    id: 1 + Math.floor(next() * 900_000_000),
    name,
    full_name: `${owner}/${name}`,
    private: false,
    owner: { login: owner, id: 1 + Math.floor(next() * 90_000_000), type: 'Organization' },
    html_url: `https://github.com/${owner}/${name}`,
    description: `Data contoh buatan Alur untuk ${owner}/${name}.`,
    fork: false,
    url: `https://api.github.com/repos/${owner}/${name}`,
    created_at: '2019-08-24T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    pushed_at: '2026-01-01T00:00:00Z',
    size: Math.floor(next() * 200_000),
    stargazers_count: stars,
    watchers_count: stars,
    language: 'Java',
    forks_count: forks,
    archived: false,
    open_issues_count: issues,
    license: { key: 'apache-2.0', name: 'Apache License 2.0', spdx_id: 'Apache-2.0' },
    topics: ['contoh'],
    visibility: 'public',
    forks,
    open_issues: issues,
    watchers: stars,
    default_branch: 'main',
    subscribers_count: Math.floor(stars / 100),
  };
}

/** `/NAME/json` of pypi.org/pypi. */
export function packageAnswer(rest: string): unknown {
  const name = /^\/([\w.-]{1,100})\/json\/?$/.exec(rest)?.[1];
  if (name === undefined) return undefined;
  const next = numbersFrom(`pypi ${name}`.toLowerCase());
  const version = `${1 + Math.floor(next() * 3)}.${Math.floor(next() * 20)}.${Math.floor(next() * 10)}`;
  const file = {
    filename: `${name}-${version}-py3-none-any.whl`,
    packagetype: 'bdist_wheel',
    python_version: 'py3',
    size: 10_000 + Math.floor(next() * 900_000),
    upload_time: '2026-01-01T00:00:00',
    yanked: false,
  };
  return {
    info: {
      name,
      version,
      summary: `Data contoh buatan Alur untuk paket ${name}.`,
      author: 'Contoh',
      license: 'Apache-2.0',
      requires_python: '>=3.9',
      package_url: `https://pypi.org/project/${name}/`,
      project_urls: {},
    },
    last_serial: Math.floor(next() * 30_000_000),
    releases: { [version]: [file] },
    urls: [file],
    vulnerabilities: [],
  };
}

/** `/NAME/recent` of pypistats.org/api/packages. */
export function downloadsAnswer(rest: string): unknown {
  const name = /^\/([\w.-]{1,100})\/recent\/?$/.exec(rest)?.[1];
  if (name === undefined) return undefined;
  const day = 500 + Math.floor(numbersFrom(`pypistats ${name}`.toLowerCase())() * 50_000);
  return { data: { last_day: day, last_month: day * 29, last_week: day * 7 }, package: name, type: 'recent_downloads' };
}

/** `/NAMESPACE/NAME/` of hub.docker.com/v2/repositories. */
export function imageAnswer(rest: string): unknown {
  const [, namespace = '', name = '', more] = rest.replace(/\/$/, '').split('/');
  if (!NAME.test(namespace) || !NAME.test(name) || more !== undefined) return undefined;
  const next = numbersFrom(`docker ${namespace}/${name}`.toLowerCase());
  return {
    user: namespace,
    name,
    namespace,
    repository_type: 'image',
    status: 1,
    status_description: 'active',
    description: `Data contoh buatan Alur untuk image ${namespace}/${name}.`,
    is_private: false,
    is_automated: false,
    star_count: Math.floor(next() * 500),
    pull_count: 10_000 + Math.floor(next() * 5_000_000),
    last_updated: '2026-01-01T00:00:00.000000Z',
    date_registered: '2019-08-24T00:00:00.000000Z',
  };
}
