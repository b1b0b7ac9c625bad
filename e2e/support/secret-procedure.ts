import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import * as tables from '#modules/procedures/server/tables.ts';
import { procedureGrants } from '#modules/procedures/server/grant-tables.ts';
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
	await db.insert(tables.procedureTrials).values({ id: newId(), procedureId: id, position: 1, name: `${secret} Konzept` });
	const file = { key: `verfahren/${fileId}.pdf`, contentType: 'application/pdf', bytes: 10, title: `${secret} Beschluss`, at: now };
	await db.insert(tables.procedureFiles).values({ id: fileId, procedureId: id, kind: 'resolution', ...file });
	await db
		.insert(tables.procedureSteps)
		.values({ id: newId(), procedureId: id, step: 'finish', from: 'draft', to: 'ready', reason: `${secret} Grund`, at: now });
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
			'/buero/verfahren',
			'/konto/verfahren',
			`/buero/verfahren/leicht?raum=${propertyId}`,
			`/buero/verfahren/neu?raum=${propertyId}`,
			...parts.map((part) => base + part)
		],
		remove: async () => void (await pool.query('delete from procedures where id = $1', [id]))
	};
}
