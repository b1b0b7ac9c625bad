import { forgetProcedure } from '../../src/testing/forget-record.ts';
import type { Pool } from 'pg';
import { dayAfter } from '#lib/calendar.ts';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import { usualDays } from '#modules/options/milestone.ts';
import * as tables from '#modules/options/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { contentOf } from '../../src/testing/published.ts';
import { secret, visible } from './secrets.ts';

export type PlantedOption = { addresses: string[]; remove: () => Promise<void> };

/** A public house at the hand of a group: every word of terms, reports, talks and periods is nobody's business outside. */
export async function plantSecretOption(pool: Pool, propertyId: string): Promise<PlantedOption> {
	const [db, now] = [openDb(pool), new Date()];
	const [today, at] = [now.toISOString().slice(0, 10), now];
	const [id, conceptId, optionId, milestoneId, reportId] = [newId(), newId(), newId(), newId(), newId()];
	const way = { kind: 'single_stage', transfer: 'sale', decidingBody: 'council', tieRule: 'heaviest', state: 'option' } as const;
	const called = { title: `${visible} Anhandgabe`, slug: `anhandgabe-${id.slice(-8)}` };
	await db.insert(procedures).values({ id, propertyId, ...called, ...way, publishedAt: now, createdAt: now, updatedAt: now });
	await db
		.insert(concepts)
		.values({ id: conceptId, procedureId: id, number: 1, state: 'opened', openedAt: now, createdAt: now, updatedAt: now });
	const content = contentOf({ procedure: id, concept: conceptId, title: `${secret} Konzept`, summary: `${secret} Idee` });
	await db.insert(conceptContents).values({ conceptId, content, openedAt: now });
	const term = { startsOn: today, endsOn: dayAfter(today, 300), terms: `${secret} Bedingung`, feeCents: 98_765_400 };
	const reasons = { returnReason: `${secret} Rückgabe`, documentKey: `anhandgabe/${newId()}.pdf`, levels: usualDays };
	const option = { id: optionId, procedureId: id, turn: 1, conceptId, holderName: `${secret} Gruppe`, ...term, ...reasons, grantedAt: now };
	await db.insert(tables.options).values(option);
	const words = { title: `${secret} Meilenstein`, description: `${secret} Nachweis`, reason: `${secret} fehlt` };
	await db.insert(tables.optionMilestones).values({ id: milestoneId, optionId, ...words, dueOn: dayAfter(today, 30) });
	const report = { id: reportId, optionId, milestoneId, text: `${secret} Meldung`, photoKey: `anhandgabe/${reportId}.webp` };
	await db.insert(tables.optionReports).values({ ...report, via: 'link', at });
	await db.insert(tables.optionTalks).values({ id: newId(), optionId, on: today, note: `${secret} Gespräch`, at });
	await db
		.insert(tables.optionRemedies)
		.values({ id: newId(), optionId, what: `${secret} Nachfrist`, until: dayAfter(today, 60), setAt: at });
	await db.insert(tables.optionSteps).values({ id: newId(), optionId, step: 'grant', reason: `${secret} Grund`, at });
	const [desk, own] = [`/buero/verfahren/${id}/anhandgabe`, `/konto/anhandgaben/${optionId}`];
	const parts = ['', '/blatt.pdf', '/meilensteine', '/vertrag.pdf', `/foto/${reportId}`];
	return {
		addresses: [
			...parts.map((part) => desk + part),
			...['', '/blatt.pdf', '/geworden', `/foto/${reportId}`].map((part) => own + part),
			...['/konto/anhandgaben', '/anhandgabe', `/anhandgabe?schluessel=${optionId}`, `/anhandgabe/foto/${reportId}?schluessel=x`]
		],
		remove: () => forgetProcedure(pool, id)
	};
}
