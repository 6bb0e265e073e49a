/** Postgres' array text: `{1,2}`, `{"a b",NULL,"say \"hi\""}`, `{{1,2},{3,4}}`, `[0:1]={5,6}`. */

export function parseArray(text: string, convert: (element: string) => unknown): unknown {
  const start = text.indexOf('{');
  if (start < 0) return text;
  let at = start + 1;

  const quoted = (): string => {
    let value = '';
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      value += text[at] ?? '';
    }
    at += 1;
    return value;
  };

  const bare = (): unknown => {
    const from = at;
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1;
    const value = text.slice(from, at);
    return value === 'NULL' ? null : convert(value);
  };

  const list = (): unknown[] => {
    const values: unknown[] = [];
    while (at < text.length && text[at] !== '}') {
      if (text[at] === ',') {
        at += 1;
      } else if (text[at] === '{') {
        at += 1;
        values.push(list());
      } else {
        values.push(text[at] === '"' ? convert(quoted()) : bare());
      }
    }
    at += 1;
    return values;
  };

  return list();
}
