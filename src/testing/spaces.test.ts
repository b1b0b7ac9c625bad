import { expect, test } from './world.ts';
import { plantSpace } from './spaces.ts';

test('a planted space has its folded words and its municipality', async ({ db }) => {
	const space = await plantSpace(db, { title: 'Bäckerei Müller' });
	expect(space.searchText).toContain('backerei muller');
	expect(space.search).toContain('mull');
	expect(space.municipality).toBe('Angermünde');
});
