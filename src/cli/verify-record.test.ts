import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { concept, conceptSalt, copy, plantRecord } from '#testing/record-world.ts';

const dir = mkdtempSync(join(tmpdir(), 'gr-akte-'));
afterAll(() => rmSync(dir, { recursive: true }));

const { file, receipt, key } = await plantRecord();
const put = (name: string, content: unknown): string => {
	const path = join(dir, name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
	return path;
};
/** No database, no settings: a fresh clone is enough. */
function verify(...words: string[]) {
	const env = { ...process.env, DATABASE_URL: 'postgresql://niemand@127.0.0.1:1/x', DATA_DIR: join(dir, 'leer') };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'verify', ...words], { encoding: 'utf8', env });
	return { status, stdout, stderr };
}

test('a whole record is proven with 0, in German, with what was not proven', () => {
	const own = [
		'--receipt',
		put('quittung.json', receipt),
		'--concept',
		put('konzept.json', concept),
		'--salt',
		conceptSalt,
		'--key',
		key.text
	];
	const { status, stdout } = verify(put('akte.json', file), ...own, '--heads', put('koepfe.json', { items: [receipt.head] }));
	expect(status).toBe(0);
	expect(stdout).toMatch(/^Die Akte ist unversehrt\.\n\nBewiesen:\n {2}✓ 10 Einträge sind lückenlos/);
	expect(stdout).toContain('✓ Das Konzept in Ihrer Datei ist genau das, was abgegeben wurde');
	expect(stdout).toContain('Nicht bewiesen:');
});

test('one letter changed: 1, and the entry is named; for machines as JSON', () => {
	const broken = copy(file);
	if (broken.main[6]) broken.main[6].facts = { ...broken.main[6].facts, reason: 'Es trägt nicht.' };
	const { status, stdout, stderr } = verify(put('anders.json', broken), '--json');
	expect(status).toBe(1);
	expect(JSON.parse(stdout)).toMatchObject({
		outcome: 'broken',
		broken: [{ code: 'hash', text: 'Verlauf, Eintrag 7 (procedure.decide) wurde verändert: Inhalt und Prüfwert passen nicht zusammen.' }]
	});
	expect(stderr).toContain('Die Akte ist nicht in Ordnung.');
});

test.for([
	['a cut-off file', () => put('halb.json', JSON.stringify(file).slice(0, 900))],
	['something else', () => put('liste.json', [1, 2])],
	['a later version', () => put('neu.json', { ...file, version: 2 })]
] as const)('%s cannot be read: 2', ([, make]) => {
	const { status, stdout } = verify(make());
	expect(status).toBe(2);
	expect(stdout).toContain('Das lässt sich nicht lesen.');
});

test('a receipt that is not there, and a text that is neither record nor backup', () => {
	expect(verify(put('akte.json', file), '--receipt', join(dir, 'fehlt.json'))).toMatchObject({ status: 2 });
	expect(verify(put('text.txt', 'Guten Tag'))).toMatchObject({ status: 3, stderr: expect.stringContaining('keine Sicherung') });
});
