/** Node 20 lacks Map.groupBy, by which Vitest 5 prints its failures; without it a failure is told as a crash. */
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    value: <Item, Key>(items: Iterable<Item>, keyOf: (item: Item, index: number) => Key) => {
      const groups = new Map<Key, Item[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
      }
      return groups;
    },
  });
}
