/** What comes before what: an order in which everything stands after what it needs, or the circle that forbids one. */

/** Depth first, without recursion: a chain may be as long as a flow. Names that are not among `ids` are passed over. */
export function ordered(
  ids: readonly string[],
  needs: (id: string) => readonly string[],
): { order: string[]; cycle?: string[] } {
  const known = new Set(ids);
  const done = new Set<string>();
  let cycle: string[] | undefined;
  for (const start of ids) {
    if (done.has(start)) continue;
    const way: { id: string; open: string[] }[] = [{ id: start, open: [...needs(start)] }];
    const onTheWay = new Set([start]);
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const next = at.open.shift();
      if (next === undefined) {
        done.add(at.id);
        onTheWay.delete(at.id);
        way.pop();
      } else if (onTheWay.has(next)) {
        const ids = way.map(({ id }) => id);
        cycle ??= [...ids.slice(ids.indexOf(next)), next];
      } else if (known.has(next) && !done.has(next)) {
        onTheWay.add(next);
        way.push({ id: next, open: [...needs(next)] });
      }
    }
  }
  return { order: [...done], ...(cycle && { cycle }) };
}
