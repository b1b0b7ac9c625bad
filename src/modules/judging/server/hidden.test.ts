import { readFileSync } from 'node:fs';
import { and, eq } from 'drizzle-orm';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import type { Actor } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { newId } from '#lib/server/id.ts';
import { procedureCalls, procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import type { State } from '#modules/procedures/procedure.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { declare, giveFactor, plantDeputy, plantJury, reviewInput, type Opened } from '#testing/jury.ts';
import { putInto } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import type { Stage } from '#testing/access/access.ts';
import { candidates, conflictDeclarations } from './tables.ts';
import { findDeclarations } from './find-declarations.ts';
import { findDeliberation, listDeliberation } from './find-deliberation.ts';
import { findPrecheck, listPrecheck } from './find-precheck.ts';
import { findRoomView } from './find-room-view.ts';
import { findFileToRead } from './find-candidate-file.ts';
import { findScoring, listScoring } from './find-scoring.ts';
import { hideNames } from './hide-names.ts';
import { listJuryDuties } from './list-jury-duties.ts';
import { remindJury } from './remind-jury.ts';
import { saveReview } from './save-review.ts';
import { setConflict } from './set-conflict.ts';

/** Who asks: every role, with and without a conflict, before and after their own word. */
const readers = {
	leitet: cast.ines,
	'prüft vor': cast.friedrich,
	'Jury, hat abgegeben': cast.oskar,
	'Jury, noch nicht': cast.katrin,
	'Jury, befangen': cast.mara,
	'Jury, nicht erklärt': cast.jonas,
	Sitzungsdienst: cast.hanna,
	Administration: cast.renate,
	'Gruppe selbst': cast.amira,
	'ohne Anmeldung': null
} as const satisfies Record<string, Actor | null>;
const states = { precheck: 'Vorprüfung', scoring: 'Einzelbewertung', deliberation: 'Jurysitzung' } as const;

/** Four columns: all of the concept with its checks; the concept as the jury reads it; what others found; the session and the room. */
const table: Record<keyof typeof states, Partial<Record<keyof typeof readers, string>>> = {
	precheck: { leitet: 'ja nein nein nein', 'prüft vor': 'ja nein nein nein' },
	scoring: {
		leitet: 'ja nein nein nein',
		'prüft vor': 'ja nein nein nein',
		'Jury, hat abgegeben': 'nein ja ja nein',
		'Jury, noch nicht': 'nein ja nein nein'
	},
	deliberation: {
		leitet: 'ja nein nein ja',
		'prüft vor': 'ja nein nein ja',
		'Jury, hat abgegeben': 'nein ja ja ja',
		'Jury, noch nicht': 'nein ja nein ja'
	}
};
const nothing = 'nein nein nein nein';
const rows = Object.keys(states).flatMap((state) =>
	Object.keys(readers).map((reader) => {
		const [at, who] = [state as keyof typeof states, reader as keyof typeof readers];
		return { state: at, reader: who, sees: table[at][who] ?? nothing };
	})
);

/** Oskar has handed in for concept 1, Mara has a conflict with it, Jonas sits in the jury and has declared nothing, Hanna keeps the papers of the council. */
async function plantReaders(stage: Stage, over: Parameters<typeof plantJury>[2] = {}): Promise<Opened> {
	const opened = await plantJury(stage, 'scoring', over);
	const { id, conceptOf, memberOf } = opened;
	await giveFactor(stage, ...Object.values(cast));
	const enter = ({ name, email, id: personId }: Actor, role: 'juror' | 'clerk') => ({
		...{ id: newId(), procedureId: id, role, jurorKind: role === 'juror' ? ('expert' as const) : null, name, email, personId },
		createdAt: stage.as(null).now
	});
	await stage.db.insert(procedureMembers).values([enter(cast.jonas, 'juror'), enter(cast.hanna, 'clerk')]);
	await saveReview(stage.as('oskar'), { id, number: 1, input: await reviewInput(stage.as('oskar'), id) });
	await setConflict(stage.as('ines'), {
		id,
		memberId: memberOf[cast.mara.name] ?? '',
		conceptId: conceptOf.amira ?? '',
		kind: 'member',
		reason: 'Im Verein.'
	});
	return opened;
}

const can = (promise: Promise<unknown>) =>
	promise.then(
		() => 'ja',
		() => 'nein'
	);

test.for(Object.keys(states))(
	'everybody sees of a concept what the table says, and the README says the same: %s',
	{ timeout: 60_000 },
	async (phase, { as, db }) => {
		const { id } = await plantReaders({ as, db });
		const readme = readFileSync('src/modules/judging/README.md', 'utf8');
		for (const { state, reader, sees } of rows.filter((row) => row.state === phase)) {
			await putInto({ db, as }, id, state);
			const ctx = as(readers[reader]);
			const others = async () => (await findScoring(ctx, { id, number: 1 })).others ?? Promise.reject(new Error('not yet'));
			const found = [
				await can(findPrecheck(ctx, { id, number: 1 })),
				await can(findScoring(ctx, { id, number: 1 })),
				await can(others()),
				await can(findDeliberation(ctx, { id, number: 1 }))
			];
			expect(found.join(' '), `${reader}, ${states[state]}`).toBe(sees);
			expect(await can(findRoomView(ctx, { id, number: 1 })), `${reader}, room`).toBe(sees.split(' ')[3]);
			expect(readme).toContain(`| ${states[state]} | ${reader} | ${sees.split(' ').join(' | ')} |`);
		}
	}
);

test('no list, count, notice or word of a list tells of a concept from which somebody is kept', async ({ as, db }) => {
	const { id, conceptOf } = await plantReaders({ as, db });
	const title = 'Konzept von Amira Haddad';
	const everything = async (who: CastName) => {
		const found: unknown[] = [];
		for (const state of Object.keys(states) as State[]) {
			await putInto({ db, as }, id, state);
			for (const read of [listPrecheck, listScoring, listDeliberation]) found.push(await read(as(who), id).catch(() => null));
			found.push(await listJuryDuties(as(who)), await findDeclarations(as(who), { id, withNames: false }).catch(() => null));
		}
		return JSON.stringify(found);
	};
	expect(await everything('mara')).not.toContain(title);
	for (const who of ['mara', 'jonas', 'hanna', 'renate', 'amira'] as const)
		expect(await everything(who), who).not.toContain(conceptOf.amira ?? 'nothing');
	expect(await everything('oskar')).toContain(title);
	await putInto({ db, as }, id, 'scoring');
	await remindJury(as('ines'), { id });
	const told = await db.select().from(notices).where(eq(notices.personId, cast.mara.id));
	expect(JSON.stringify(told)).toContain('2 Konzepte warten');
	expect(JSON.stringify(told)).not.toContain('Konzept von');
});

test('a juror’s points and reasons are nowhere before the reveal but with those who handed in; the manager sees counts', async ({
	as,
	db
}) => {
	const { id } = await plantReaders({ as, db });
	for (const who of Object.keys(cast) as CastName[]) {
		if (who === 'oskar') continue;
		const found = [
			await listScoring(as(who), id).catch(() => null),
			await findScoring(as(who), { id, number: 1 }).catch(() => null),
			await listPrecheck(as(who), id).catch(() => null),
			await findPrecheck(as(who), { id, number: 1 }).catch(() => null)
		];
		expect(JSON.stringify(found), who).not.toContain('Weil es trägt.');
	}
});

const fileId = '01a22b31-2278-7647-a14b-3558edd1346a';

/** In a procedure that hides names: concept 1 speaks of itself everywhere. */
async function plantNameless(stage: Stage): Promise<Opened> {
	const opened = await plantJury(stage, 'precheck');
	const { id, conceptOf } = opened;
	const [call] = await stage.db.select().from(procedureCalls).where(eq(procedureCalls.procedureId, id));
	if (call)
		await stage.db
			.update(procedureCalls)
			.set({ frozen: { ...call.frozen, isBlind: true } })
			.where(eq(procedureCalls.procedureId, id));
	const which = eq(conceptContents.conceptId, conceptOf.amira ?? '');
	const [row] = await stage.db.select().from(conceptContents).where(which);
	const leaves = call?.frozen.areas.flatMap((area) => area.leaves) ?? [];
	if (row)
		await stage.db
			.update(conceptContents)
			.set({
				content: {
					...row.content,
					summary: 'Der Werkhof, mit Amira Haddad.',
					answers: Object.fromEntries(leaves.map(({ id: leafId }) => [leafId, 'Wir vom Werkhof können das.'])),
					costs: { once: [{ text: 'Dach des Werkhofs', cents: 100 }], funds: [], yearly: [], income: [], note: 'Fragen an Amira.' },
					files: [{ id: fileId, for: null, name: 'werkhof-haddad.pdf', contentType: 'application/pdf', bytes: 10, sha256: 'x' }]
				}
			})
			.where(which);
	return opened;
}

test('where names are hidden the jury reads none until all have scored, and no declaration tells whose is whose', async ({ as, db }) => {
	const stage = { as, db };
	const { id, conceptOf } = await plantNameless(stage);
	await db
		.delete(conflictDeclarations)
		.where(and(eq(conflictDeclarations.procedureId, id), eq(conflictDeclarations.conceptId, conceptOf.hanna ?? '')));
	const { hiding, version, preview } = await findPrecheck(as('friedrich'), { id, number: 1 }).then(({ hiding, preview }) => ({
		hiding,
		preview,
		version: 1
	}));
	expect(hiding.words).toContain('Haddad');
	expect(JSON.stringify(preview)).not.toContain('Haddad');
	await hideNames(as('friedrich'), { id, number: 1, input: { version, words: [...hiding.words, 'Werkhof'].join('\n'), released: [] } });

	const listed = await findDeclarations(as('katrin'), { id, withNames: true });
	expect(listed.rows.map(({ applicant }) => applicant)).toEqual([...listed.rows.map(({ applicant }) => applicant)].sort());
	expect(listed.rows.every(({ number, title }) => number === null && title === null)).toBe(true);
	expect(listed.rows).toHaveLength(3);

	await putInto(stage, id, 'scoring');
	await db.update(candidates).set({ state: 'valid' });
	const read = await findScoring(as('katrin'), { id, number: 1 });
	const text = JSON.stringify([read, await listScoring(as('katrin'), id)]);
	for (const word of ['Amira', 'Haddad', 'Werkhof', 'werkhof', conceptOf.amira ?? '']) expect(text, word).not.toContain(word);
	expect(read.reading).toMatchObject({ applicant: null, files: [], withheld: 1 });
	await expect(findFileToRead(as('katrin'), { id, number: 1, fileId })).rejects.toMatchObject({ status: 404 });
	expect(await findFileToRead(as('friedrich'), { id, number: 1, fileId })).toMatchObject({ name: 'werkhof-haddad.pdf' });
	await putInto(stage, id, 'deliberation');
	expect((await findDeliberation(as('katrin'), { id, number: 1 })).reading.applicant?.name).toBe('Gruppe Amira Haddad');
	expect(await db.$count(procedures, eq(procedures.id, id))).toBe(1);
});

test('whoever stands in for a juror sits in the session where the chair is theirs, and nowhere else', async ({ as, db }) => {
	const stage = { as, db };
	const opened = await plantReaders(stage);
	const { id, memberOf, conceptOf } = opened;
	await plantDeputy(stage, opened, { who: 'renate', standsFor: 'katrin' });
	await declare(as('renate'), opened);
	await putInto(stage, id, 'deliberation');
	const seen = async () => (await listDeliberation(as('renate'), id)).rows.map(({ number }) => number);
	expect(await seen()).toEqual([]);
	await expect(findDeliberation(as('renate'), { id, number: 1 })).rejects.toMatchObject({ status: 404 });
	const near = {
		memberId: memberOf[cast.katrin.name] ?? '',
		conceptId: conceptOf.jonas ?? '',
		kind: 'family',
		reason: 'Schwester.'
	} as const;
	await setConflict(as('ines'), { id, ...near });
	expect(await seen()).toEqual([2]);
	expect((await findDeliberation(as('renate'), { id, number: 2 })).reading.title).toBe('Konzept von Jonas Weber');
	await expect(findDeliberation(as('renate'), { id, number: 1 })).rejects.toMatchObject({ status: 404 });
});
