import { expect, test } from '#testing/world.ts';
import { copyInto } from './copy.ts';

test('what is copied in comes back as it was, tabs, quotes and emptiness included', async ({ pool }) => {
	const client = await pool.connect();
	const rows = [
		['a\tb\\c\nd', ['x"y', 'z\\', '{,}'], { k: 'ä\n"' }, null, true],
		['', [], {}, 2.5, false]
	];
	await client.query('create temp table copied (t text, a text[], j jsonb, n float8, b boolean)');
	await copyInto(client, { table: 'copied', columns: ['t', 'a', 'j', 'n', 'b'] }, rows);
	const { rows: back } = await client.query({ text: 'select * from copied', rowMode: 'array' });
	client.release();
	expect(back).toEqual(rows);
});
