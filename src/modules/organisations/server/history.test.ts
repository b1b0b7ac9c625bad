import { expect, now, test } from '#testing/world.ts';
import { angermuende, cast, marktleuthen, organisationOf } from '#testing/cast.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { historyCsv } from '../history-file.ts';
import { noHistoryFilter, type HistoryFilter } from '../history-filter.ts';
import { claimOrganisation } from './claim-organisation.ts';
import { decideClaim } from './decide-claim.ts';
import { inviteColleague } from './invite-colleague.ts';
import { listHistory } from './list-history.ts';
import { saveContact } from './save-contact.ts';
import { saveGoals } from './save-goals.ts';
import { saveOrganisation } from './save-organisation.ts';
import { claims, invitations } from './tables.ts';

const town = organisationOf(angermuende);
const profile = { id: town, name: 'Angermünde', topics: [], offers: [], needs: [] };
const day = 86_400_000;

test('a history is asked by area, person, day and on whose behalf; what an office did for the town names both', async ({ as }) => {
	await saveOrganisation(as('ines'), { ...profile, summary: '=1+1 Wir öffnen Häuser.' });
	await saveGoals(as('oskar'), { ags: angermuende, goals: ['culture'] });
	const point = {
		of: angermuende,
		unit: 'Bauamt',
		role: 'vacancy_officer',
		email: 'bau@amt.example',
		publicVisibility: 'public',
		responseTargetDays: 5
	} as const;
	await saveContact({ ...as('oskar'), now: new Date(now.getTime() - 3 * day) }, point);
	const asked = async (filter: Partial<HistoryFilter>) =>
		(await listHistory(as('ines'), { organisationId: town, filter: { ...noHistoryFilter, ...filter } })).map(({ kind, by, onBehalf }) => [
			kind,
			by,
			onBehalf
		]);
	const [saved, goals, contact] = [
		['organisation.saved', cast.ines.name, false],
		['municipality.goals_saved', cast.oskar.name, true],
		['contact.saved', cast.oskar.name, true]
	];
	expect(await asked({})).toEqual(expect.arrayContaining([saved, goals, contact]));
	expect(await asked({ area: 'kontakte' })).toEqual([goals, contact]);
	expect(await asked({ by: 'krüger' })).toEqual([saved]);
	expect(await asked({ onBehalf: true })).toEqual([goals, contact]);
	expect(await asked({ from: '2026-11-22' })).toHaveLength(2);
	expect(await asked({ to: '2026-11-21' })).toEqual([contact]);
	expect(await asked({ by: '%' })).toEqual([]);
	const csv = historyCsv(await listHistory(as('ines'), { organisationId: town }));
	expect(csv).toContain('Netzwerkbüro');
	expect(csv).toContain('Wer wir sind: =1+1');
	expect(csv.split('\n').some((line) => /(^|;)"?[=+@]/.test(line))).toBe(false);
	await expect(listHistory(as('friedrich'), { organisationId: town })).rejects.toMatchObject({ status: 404 });
});

test('the history of a claim begins when somebody makes it', async ({ as }) => {
	const id = await claimOrganisation(as('amira'), { code: marktleuthen, method: 'letter', function: 'mayor' });
	await decideClaim(as('oskar'), { id, outcome: 'rejected', reason: 'Das Rathaus kennt Sie nicht.' });
	const [organisationId] = [(await as('oskar').db.select().from(claims))[0]?.organisationId ?? ''];
	const filter = { ...noHistoryFilter, area: 'ansprueche' };
	const told = await listHistory(as('oskar'), { organisationId, filter });
	expect(told.map(({ kind, about }) => [kind, about])).toEqual(
		expect.arrayContaining([
			['claim.made', cast.amira.name],
			['claim.rejected', cast.amira.name]
		])
	);
});

test('invitations go a month after their end, claims half a year after nobody decided, three years after somebody did', async ({
	as,
	db
}) => {
	const at = (days: number) => ({ db, now: new Date(now.getTime() + days * day) });
	await inviteColleague(as('ines'), { organisationId: town, email: 'neu@stadt.example', function: 'project', rights: 'read' });
	await claimOrganisation(as('amira'), { code: marktleuthen, method: 'letter', function: 'mayor' });
	const decided = await claimOrganisation(as('jonas'), { code: marktleuthen, method: 'letter', function: 'mayor' });
	await decideClaim(as('oskar'), { id: decided, outcome: 'rejected', reason: 'Nein' });
	await keepRetention(at(40));
	expect(await db.select().from(invitations)).toHaveLength(1);
	await keepRetention(at(50));
	expect(await db.select().from(invitations)).toHaveLength(0);
	expect(await db.select().from(claims)).toHaveLength(2);
	await keepRetention(at(190));
	expect((await db.select().from(claims)).map(({ id }) => id)).toEqual([decided]);
	await keepRetention(at(1100));
	expect(await db.select().from(claims)).toEqual([]);
});
