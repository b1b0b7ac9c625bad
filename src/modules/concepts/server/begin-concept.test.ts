import { eq } from 'drizzle-orm';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { withholdProcedure } from '#modules/procedures/server/withhold-procedure.ts';
import { cast } from '#testing/cast.ts';
import { pdf, plantConcept } from '#testing/concepts.ts';
import { joinGroup, plantGroup } from '#testing/groups.ts';
import { plantOpenProcedure } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { beginForm } from '../forms.ts';
import { addFile } from './add-file.ts';
import { beginConcept } from './begin-concept.ts';
import { findConceptHead, findJoining, findWriters } from './find-concept.ts';
import { conceptFiles } from './tables.ts';

const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? error
	);

test('a group of the platform writes along, but nobody of it who is named in the procedure', async ({ as, db }) => {
	const published = await plantOpenProcedure({ as, db });
	const group = await plantGroup({ as, db });
	for (const who of ['hanna', 'katrin', 'oskar'] as const) await joinGroup({ as, db }, group.id, who);
	await db.update(procedureMembers).set({ personId: null }).where(eq(procedureMembers.email, cast.katrin.email));
	const id = await beginConcept(as('amira'), { slug: published.slug, input: beginForm.parse({ kind: 'group', groupId: group.id }) });
	const { members } = await findWriters(as('amira'), id);
	expect(members.map(({ name }) => name)).toEqual([cast.amira.name, cast.hanna.name]);
	for (const who of ['katrin', 'oskar'] as const) expect(await codeOf(findConceptHead(as(who), id)), who).toBe('not-found');
});

test('a file belongs to what the form asks for, or to the whole', async ({ as, db }) => {
	const { id, store, leaves } = await plantConcept({ as, db });
	const add = (about: string | null) => codeOf(addFile(as('amira'), { id, store, for: about, upload: { name: 'a.pdf', bytes: pdf } }));
	for (const odd of ['sketch', 'x', 'ffffffff-ffff-4fff-8fff-ffffffffffff']) expect(await add(odd)).toBe('no-field');
	for (const about of [null, leaves[0]?.id ?? '']) expect(await add(about)).toBe('done');
});

test('a procedure that is withheld takes nobody in', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	await withholdProcedure(as('renate'), id);
	expect(await codeOf(findJoining(as('amira'), slug))).toBe('not-found');
	expect(await codeOf(beginConcept(as('amira'), { slug, input: beginForm.parse({ kind: 'person' }) }))).toBe('not-found');
});

test('nobody begins without end: the same again counts for nothing, the twenty-first in a day is too many', async ({ as, db }) => {
	const { slug } = await plantOpenProcedure({ as, db });
	const begin = (name: string) => codeOf(beginConcept(as('amira'), { slug, input: beginForm.parse({ kind: 'group', name }) }));
	for (let n = 0; n < 20; n++) for (const _again of [1, 2]) expect(await begin(`Gruppe ${n}`)).toBe('done');
	expect(await begin('noch eine')).toBe('too-many-attempts');
	expect(await begin('Gruppe 3')).toBe('done');
});

test('a file that is refused leaves nothing in the store', async ({ as, db }) => {
	const { id, store } = await plantConcept({ as, db });
	const kept = async () => (await Array.fromAsync(store.keys())).length;
	const before = await kept();
	await db.update(conceptFiles).set({ bytes: 99_999_999 }).where(eq(conceptFiles.conceptId, id));
	expect(await codeOf(addFile(as('amira'), { id, store, for: null, upload: { name: 'a.pdf', bytes: pdf } }))).toBe('too-much');
	expect(await kept()).toBe(before);
});

test('whoever comes back to begin reads what is begun there, and nobody else does', async ({ as, db }) => {
	const { published, id } = await plantConcept({ as, db });
	expect((await findJoining(as('amira'), published.slug)).begun).toEqual([{ id, title: 'Werkhof am Markt', state: 'draft' }]);
	expect((await findJoining(as('jonas'), published.slug)).begun).toEqual([]);
	const other = await plantOpenProcedure({ as, db });
	expect((await findJoining(as('amira'), other.slug)).begun).toEqual([]);
});
