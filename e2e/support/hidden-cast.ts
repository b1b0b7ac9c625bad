import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import type { Actor } from '#modules/people/actor.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { cast } from '../../src/testing/cast.ts';
import { giveFactor } from '../../src/testing/jury.ts';
import { cookieFor, database, newPersonLike } from './people.ts';

/** Everybody who could look at a procedure, and as whom. */
export const readers = {
	guest: 'ohne Anmeldung',
	other: 'angemeldet, sonst nichts',
	editor: 'Redaktion der Kommune, nicht benannt',
	otherEditor: 'Redaktion einer anderen Kommune',
	admin: 'Administration',
	owner: 'Eigentümer:in des Hauses',
	lead: 'Leitung',
	leadDeputy: 'Vertretung der Leitung',
	checker: 'Vorprüfung',
	scored: 'Jury, hat abgegeben',
	scoring: 'Jury, noch nicht',
	conflicted: 'Jury, befangen',
	silent: 'Jury, nicht erklärt',
	jurorDeputy: 'Vertretung in der Jury',
	adviser: 'berät',
	opener: 'öffnet und berät, nicht erklärt',
	clerk: 'Sitzungsdienst',
	winner: 'Gruppe mit Zuschlag, spricht',
	writer: 'Gruppe mit Zuschlag, schreibt mit',
	loser: 'Gruppe ohne Zuschlag',
	asker: 'hat eine Frage gestellt',
	visitor: 'kommt zur Besichtigung',
	drafting: 'gibt nie ab, oder kommt nicht in die zweite Stufe'
} as const;
export type Reader = keyof typeof readers;
export const readerNames = Object.keys(readers) as Reader[];
export type People = Record<Exclude<Reader, 'guest'>, Actor>;

const models: Partial<Record<Reader, Actor>> = {
	...{ editor: cast.ines, lead: cast.ines, leadDeputy: cast.mara, admin: cast.renate, otherEditor: cast.katrin }
};

/** People of their own for every role, each with a session behind a second factor. */
export async function castReaders(): Promise<{ people: People; cookies: Record<Reader, string> }> {
	const cookies: Partial<Record<Reader, string>> = { guest: '' };
	const people: Partial<Record<Reader, Actor>> = {};
	for (const reader of readerNames.filter((name) => name !== 'guest')) {
		people[reader] = await newPersonLike(models[reader] ?? { ...cast.mara, grants: [], seats: [] });
		cookies[reader] = await cookieFor(people[reader]);
	}
	await giveFactor({ db: openDb(database()) }, ...Object.values(people));
	return { people: people as People, cookies: cookies as Record<Reader, string> };
}

type Seat = Partial<typeof procedureMembers.$inferInsert> & { reader: Exclude<Reader, 'guest'> };
const seats: readonly Seat[] = [
	{ reader: 'checker', role: 'pre_checker', isOpener: true },
	...(['scored', 'scoring', 'conflicted', 'silent'] as const).map((reader): Seat => ({
		reader,
		role: 'juror',
		jurorKind: 'locals',
		hasVote: true
	})),
	{ reader: 'adviser', role: 'adviser' },
	{ reader: 'opener', role: 'adviser', isOpener: true },
	{ reader: 'clerk', role: 'clerk' }
];

/** Names everybody in a draft who has a part in it; `affiliation` stands beside each of them. */
export async function seatReaders(id: string, people: People, affiliation: string): Promise<Record<string, string>> {
	const db = openDb(database());
	const [lead] = (await database().query<{ id: string }>(`select id from procedure_members where procedure_id = $1`, [id])).rows;
	const memberOf: Record<string, string> = { lead: lead?.id ?? '' };
	const enter = async ({ reader, ...seat }: Seat) => {
		const { id: personId, name, email } = people[reader];
		memberOf[reader] = newId();
		const row = { id: memberOf[reader], procedureId: id, role: 'deputy' as const, ...seat, personId, name, email, affiliation };
		await db.insert(procedureMembers).values({ ...row, createdAt: new Date() });
	};
	for (const seat of seats) await enter(seat);
	await enter({ reader: 'leadDeputy', deputyFor: memberOf.lead ?? null });
	await enter({ reader: 'jurorDeputy', deputyFor: memberOf.silent ?? null });
	await database().query('update procedure_members set is_opener = true where id = $1', [memberOf.lead]);
	return memberOf;
}
