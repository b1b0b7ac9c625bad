import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { conceptFiles, conceptInvitations, concepts } from '#modules/concepts/server/tables.ts';
import * as tables from '#modules/procedures/server/tables.ts';
import { secret } from './secrets.ts';

export type PlantedProcedure = { addresses: string[]; remove: () => Promise<void> };

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
	await db.insert(tables.procedureTrials).values({ id: newId(), procedureId: id, position: 1, name: `${secret} Konzept` });
	const file = { key: `verfahren/${fileId}.pdf`, contentType: 'application/pdf', bytes: 10, title: `${secret} Beschluss`, at: now };
	await db.insert(tables.procedureFiles).values({ id: fileId, procedureId: id, kind: 'resolution', ...file });
	await db
		.insert(tables.procedureSteps)
		.values({ id: newId(), procedureId: id, step: 'finish', from: 'draft', to: 'ready', reason: `${secret} Grund`, at: now });
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
		'/vergleich',
		`/anlagen/${fileId}`
	];
	return {
		addresses: [
			'/buero/verfahren',
			`/buero/verfahren/neu?raum=${propertyId}`,
			...[...parts, '/oeffnung'].map((part) => base + part),
			...concept.map((part) => `/konto/konzepte/${conceptId}${part}`)
		],
		remove: async () => void (await pool.query('delete from procedures where id = $1', [id]))
	};
}
