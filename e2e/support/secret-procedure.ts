import { forgetProcedure } from '../../src/testing/forget-record.ts';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { people } from '#modules/people/server/tables.ts';
import { effortOf } from '#modules/procedures/effort.ts';
import { blurredHouse } from '#modules/procedures/public-call.ts';
import * as open from '#modules/procedures/server/publication-tables.ts';
import { conceptFiles, conceptInvitations, concepts } from '#modules/concepts/server/tables.ts';
import * as tables from '#modules/procedures/server/tables.ts';
import { procedureGrants } from '#modules/procedures/server/grant-tables.ts';
import { secret, visible } from './secrets.ts';

export type PlantedProcedure = { addresses: string[]; remove: () => Promise<void> };

/** The address word of a published procedure that everybody may read. */
export const shownProcedure = 'sichtbares-verfahren-leck';

/** A published procedure of the same house: its page is public, everything behind it is not. */
async function plantShown(pool: Pool, propertyId: string): Promise<{ id: string; personId: string; addresses: string[] }> {
	const [db, now] = [openDb(pool), new Date()];
	const [id, viewingId, personId] = [newId(), newId(), newId()];
	const later = new Date(now.getTime() + 60 * 86_400_000);
	const way = { kind: 'single_stage', transfer: 'lease', decidingBody: 'council', tieRule: 'heaviest', state: 'open' } as const;
	const words = { title: `${visible} Verfahren`, goal: `${visible} Ziel`, terms: '', handIn: '', mandate: `${secret} Auftrag` };
	const stamp = { createdAt: now, updatedAt: now };
	await db
		.insert(tables.procedures)
		.values({ id, propertyId, ...words, ...way, slug: shownProcedure, publishedAt: now, deadline: later, ...stamp });
	const { mandate: _, ...said } = words;
	const price = { priceRule: 'fixed', priceCents: null, priceUnit: 'year', priceShare: 0, priceFullCents: null, termYears: null } as const;
	const { state: __, ...rules } = way;
	const criteria = { areas: [], eligibility: [] };
	const procedure = { ...said, ...rules, ...price, isBlind: false, openness: 'ranking', timeline: {} } as const;
	const house = blurredHouse({
		...{ title: `${visible} Haus`, summary: null, story: null, publicPrecision: 'municipality', street: secret, houseNumber: '7' },
		...{ postalCode: '16278', city: secret, district: secret, propertyType: 'school', constructionYear: null, usableAreaM2: null },
		...{ plotAreaM2: null, condition: 'unknown', heritage: 'unknown', accessibility: 'unknown', usesWanted: [], usesExcluded: [] },
		isMunicipal: true
	});
	const effort = effortOf({ kind: 'single_stage', criteria, own: {} });
	const content = { procedure, house, town: 'Angermünde', units: [], criteria, members: [], files: [], effort };
	const place = { ags: '12073008', stateCode: '12', town: 'Angermünde', townSlug: 'angermuende' };
	await db.insert(open.procedurePages).values({
		...{ procedureId: id, slug: shownProcedure, number: 999_999, title: words.title, kind: 'single_stage', state: 'open', round: 1 },
		...{ propertyId, ...place, deadline: later, version: 1, hash: 'f'.repeat(64), content, isDemo: false, publishedAt: now, changedAt: now }
	});
	const person = { name: `${secret} Jury`, email: `${secret}@offen.example`, affiliation: secret };
	await db
		.insert(tables.procedureMembers)
		.values({ id: newId(), procedureId: id, role: 'juror', jurorKind: 'expert', hasVote: true, isOpener: true, ...person, createdAt: now });
	await db
		.insert(people)
		.values({ id: personId, name: `${secret} Gast`, email: `${secret}-gast@offen.example`, emailVerified: true, ...stamp });
	await db.insert(open.procedureFollowers).values({ procedureId: id, personId, since: now });
	await db.insert(open.procedureQuestions).values({
		id: newId(),
		procedureId: id,
		personId,
		text: `${secret} Frage`,
		wording: `${secret} Entwurf`,
		answer: secret,
		askedAt: now
	});
	const shown = { number: 1, wording: `${visible} Frage`, answer: 'Ja.', publishedAt: now };
	await db
		.insert(open.procedureQuestions)
		.values({ id: newId(), procedureId: id, personId, text: `${secret} im Wortlaut`, askedAt: now, ...shown });
	const date = { startsAt: later, endsAt: later, place: 'Markt', guestNote: `${secret} Tür`, capacity: 3, ...stamp };
	await db.insert(open.procedureViewings).values({ id: viewingId, procedureId: id, ...date });
	await db.insert(open.procedureGuests).values({ id: newId(), viewingId, personId, people: 1, state: 'coming', at: now, forgetAt: later });
	const draft = {
		timeline: {},
		criteria: { areas: [], eligibility: [{ id: newId(), title: secret, description: secret, evidence: [], evidenceNote: '', version: 0 }] }
	};
	await db.insert(open.procedureAmendments).values({ procedureId: id, basedOn: 1, draft, updatedAt: now });
	const desk = ['/veroeffentlichen', '/fragen', '/termine', '/aenderung', '/beteiligte', '/aufruf'].map(
		(part) => `/buero/verfahren/${id}${part}`
	);
	const face = `/verfahren/${shownProcedure}`;
	return {
		id,
		personId,
		addresses: [
			...desk,
			face,
			`${face}/aufruf.pdf`,
			`${face}/termine/${viewingId}/termin.ics`,
			`/api/v1/procedures/${id}`,
			`/verfahren?kommune=angermuende`
		]
	};
}

/** A finished procedure for a public house, every word of which is nobody's business outside. */
export async function plantSecretProcedure(pool: Pool, propertyId: string): Promise<PlantedProcedure> {
	const [db, now] = [openDb(pool), new Date()];
	const [id, areaId, fileId] = [newId(), newId(), newId()];
	const stamp = { updatedAt: now };
	const words = {
		title: `${secret} Verfahren`,
		goal: `${secret} Ziel`,
		terms: `${secret} Bedingung`,
		handIn: `${secret} Abgabe`,
		mandate: `${secret} Auftrag`
	};
	const way = { kind: 'two_stage', transfer: 'sale', decidingBody: 'council', tieRule: 'heaviest', state: 'ready' } as const;
	const preflight = { use: { answer: 'settled' as const, note: `${secret} Notiz` } };
	await db.insert(tables.procedures).values({ id, propertyId, ...words, ...way, preflight, createdAt: now, ...stamp });
	await db.insert(procedureGrants).values({ procedureId: id, counterPerformance: `${secret} Gegenleistung` });
	await db.insert(tables.procedureAreas).values({ id: areaId, procedureId: id, position: 1, title: `${secret} Bereich`, ...stamp });
	const levels = [{ points: 1, text: `${secret} Stufe` }];
	await db
		.insert(tables.procedureLeaves)
		.values({ id: newId(), areaId, position: 1, title: `${secret} Kriterium`, weight: 1000, levels, ...stamp });
	await db.insert(tables.procedureEligibility).values({ id: newId(), procedureId: id, position: 1, title: `${secret} Nachweis`, ...stamp });
	const person = { name: `${secret} Jury`, email: `${secret}@jury.example`, affiliation: secret };
	await db
		.insert(tables.procedureMembers)
		.values({ id: newId(), procedureId: id, role: 'juror', jurorKind: 'expert', hasVote: true, ...person, createdAt: now });
	await db
		.insert(tables.procedureMembers)
		.values({ id: newId(), procedureId: id, role: 'adviser', ...person, createdAt: now, leftAt: now, leftReason: `${secret} Krankheit` });
	await db
		.insert(tables.procedureNominations)
		.values({ id: newId(), procedureId: id, role: 'clerk', ...person, reason: `${secret} Grund`, at: now });
	await db.insert(tables.procedureTrials).values({ id: newId(), procedureId: id, position: 1, name: `${secret} Konzept` });
	const file = { key: `verfahren/${fileId}.pdf`, contentType: 'application/pdf', bytes: 10, title: `${secret} Beschluss`, at: now };
	await db.insert(tables.procedureFiles).values({ id: fileId, procedureId: id, kind: 'resolution', ...file });
	await db
		.insert(tables.procedureSteps)
		.values({ id: newId(), procedureId: id, step: 'finish', from: 'draft', to: 'ready', reason: `${secret} Grund`, at: now });
	const shown = await plantShown(pool, propertyId);
	const conceptId = newId();
	const applicant = { kind: 'group' as const, name: secret, contact: secret, email: `${secret}@gruppe.example`, phone: '', members: 3 };
	const draft = { title: `${secret} Idee`, summary: secret, applicant, answers: {}, costs: null, offerCents: null };
	await db.insert(concepts).values({ id: conceptId, procedureId: id, draft, createdAt: now, updatedAt: now });
	const plan = { name: `${secret}.pdf`, key: `concepts/${fileId}.bin`, contentType: 'application/pdf', bytes: 10, sha256: '', at: now };
	await db.insert(conceptFiles).values({ id: fileId, conceptId, ...plan });
	await db.insert(conceptInvitations).values({ id: newId(), conceptId, email: `${secret}@schreibt.example`, createdAt: now });
	const concept = ['', '/kosten', '/dateien', '/menschen', '/abgabe', '/quittung.json', `/dateien/${fileId}`];
	const base = `/buero/verfahren/${id}`;
	const parts = [
		'',
		'/aufruf',
		'/aufruf.pdf',
		'/kriterien',
		'/kriterien.json',
		'/zeitplan',
		'/beteiligte',
		'/probe',
		'/klaeren',
		'/leicht',
		'/schreiben',
		'/schreiben/einladung',
		'/vergleich',
		`/anlagen/${fileId}`
	];
	return {
		addresses: [
			...shown.addresses,
			'/buero/verfahren',
			'/konto/verfahren',
			'/konto/berufungen',
			`/buero/verfahren/leicht?raum=${propertyId}`,
			`/buero/verfahren/neu?raum=${propertyId}`,
			...[...parts, '/oeffnung'].map((part) => base + part),
			...concept.map((part) => `/konto/konzepte/${conceptId}${part}`)
		],
		remove: async () => {
			await forgetProcedure(pool, id, shown.id);
			await pool.query('delete from people where id = $1', [shown.personId]);
		}
	};
}
