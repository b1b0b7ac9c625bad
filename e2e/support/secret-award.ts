import { eq, inArray, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import * as awards from '#modules/awards/server/tables.ts';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import * as judging from '#modules/judging/server/tables.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { cast } from '../../src/testing/cast.ts';
import { forgetHouse } from '../../src/testing/forget-record.ts';
import { applicants, contentOf, plantAward } from '../../src/testing/published.ts';
import { stageOf } from './option-stage.ts';
import { secret, visible } from './secrets.ts';

type Planted = Awaited<ReturnType<typeof plantAward>>;
export type PlantedAward = { slug: string; addresses: string[]; remove: () => Promise<void> };

/** Everything that judges wrote, said and thought of a concept. */
async function judge(pool: Pool, { id, conceptOf, memberOf }: Planted): Promise<string> {
	const [db, at, conceptId] = [openDb(pool), new Date(), conceptOf.hanna ?? ''];
	const memberId = memberOf[cast.mara.name] ?? '';
	const of = { procedureId: id, conceptId };
	await db
		.update(judging.candidates)
		.set({ reason: `${secret} Grund`, hiddenWords: [`${secret} Wort`] })
		.where(eq(judging.candidates.conceptId, conceptId));
	await db.insert(judging.checks).values({ conceptId, conditionId: newId(), isMet: 'met', note: `${secret} Prüfung`, at });
	const [supplementId, fileId] = [newId(), newId()];
	const asked = { id: supplementId, ...of, asks: `${secret} Nachforderung`, until: at, askedAt: at, answer: `${secret} Antwort` };
	await db.insert(judging.supplements).values(asked);
	const file = { name: `${secret}.pdf`, key: `nachgereicht/${fileId}.pdf`, contentType: 'application/pdf', bytes: 1, sha256: 'x', at };
	await db.insert(judging.candidateFiles).values({ id: fileId, conceptId, supplementId, ...file });
	const near = { id: newId(), ...of, memberId, step: 'scoring', kind: 'family', note: `${secret} Nähe`, at } as const;
	await db.insert(judging.conflictDeclarations).values(near);
	await db
		.update(judging.reviews)
		.set({ note: `${secret} Notiz` })
		.where(eq(judging.reviews.procedureId, id));
	const ofThese = db.select({ id: judging.reviews.id }).from(judging.reviews).where(eq(judging.reviews.procedureId, id));
	await db
		.update(judging.reviewScores)
		.set({ reason: `${secret} Begründung` })
		.where(inArray(judging.reviewScores.reviewId, ofThese));
	await db.insert(judging.substitutions).values({ id: newId(), procedureId: id, memberId, reason: `${secret} krank`, at });
	await db.insert(judging.withdrawals).values({ memberId, procedureId: id, reason: `${secret} fort`, at });
	await db.insert(judging.deliberations).values({ ...of, note: `${secret} Sitzung`, updatedAt: at });
	const slot = { startsAt: at, endsAt: at, place: `${secret} Saal`, note: `${secret} Hinweis`, updatedAt: at };
	await db.insert(judging.presentations).values({ ...of, ...slot });
	return fileId;
}

/** What was recommended, and what each group hears. The reasons of the decision are for everybody. */
async function award(pool: Pool, { id, conceptOf }: Planted): Promise<void> {
	const [db, at] = [openDb(pool), new Date()];
	const words = { recommendation: `${secret} Empfehlung`, dissent: `${secret} anders`, reasons: `${visible} Gründe` };
	await db
		.update(awards.awards)
		.set({ ...words, documentKey: `zuschlag/${newId()}.pdf` })
		.where(eq(awards.awards.procedureId, id));
	await db
		.update(awards.awardPlaces)
		.set({ reason: `${secret} Brief`, points: 9876, parts: { price: 9876 } })
		.where(eq(awards.awardPlaces.procedureId, id));
	for (const who of applicants) {
		const conceptId = conceptOf[who] ?? '';
		const letter = {
			...{ title: `${secret} Brief`, date: '2026-11-20', sender: { name: 'Angermünde' }, accent: '#000', returnLine: '' },
			...{ recipient: [`${secret} Gruppe`], info: [], subject: secret, blocks: [], footer: [] }
		};
		await db.insert(awards.awardLetters).values({ procedureId: id, decision: 1, conceptId, letter, hash: who.padEnd(64, 'f'), sentAt: at });
	}
	const said = { id: newId(), procedureId: id, conceptId: conceptOf.jonas ?? '', number: 1 };
	await db.insert(awards.awardObjections).values({ ...said, text: `${secret} Einwand`, answer: `${secret} Antwort`, raisedAt: at });
}

/** A decided procedure that names the winner and nobody else: what was judged, weighed and written about all others is nobody's business outside. */
export async function plantSecretAward(pool: Pool): Promise<PlantedAward> {
	const stage = stageOf();
	const planted = await plantAward(stage, 'decided', { title: `${visible} Zuschlag`, openness: 'winner', isBlind: true });
	const { id, slug, conceptOf, houseId } = planted;
	for (const who of applicants) {
		const word = who === 'amira' ? visible : secret;
		const applicant = { kind: 'group' as const, name: `${word} Gruppe`, contact: secret, email: `${secret}@gruppe.example`, phone: secret };
		const content = contentOf({
			...{ procedure: id, concept: conceptOf[who] ?? '', title: `${word} Idee`, summary: `${secret} Text` },
			applicant: { ...applicant, members: 3 }
		});
		await stage.db
			.update(conceptContents)
			.set({ content, offerCents: 98_765_400 })
			.where(eq(conceptContents.conceptId, conceptOf[who] ?? ''));
	}
	const fileId = await judge(pool, planted);
	await award(pool, planted);
	const sealed = { reason: `${secret} Grund`, review: `${secret} Bewertung` };
	for (const kind of ['review.submitted', 'objection.raised', 'candidate.excluded'])
		await appendEntry(stage.as('ines'), { recordId: id, kind, facts: { concept: 3 }, sealed });
	await stage.db.execute(sql`update procedure_members set affiliation = ${`${secret} Stelle`} where procedure_id = ${id}::uuid`);
	const [face, desk, own] = [`/verfahren/${slug}`, `/buero/verfahren/${id}`, `/konto/konzepte/${conceptOf.hanna}`];
	const parts = [
		'/auswertung',
		'/befangenheit',
		'/beschluss/1',
		'/bewertung',
		'/bewertung/3',
		'/einwaende',
		'/jurysitzung',
		'/jurysitzung/3'
	];
	const more = ['/jurysitzung/3/saal', '/vermerk', '/vermerk.pdf', '/vorpruefung', '/vorpruefung/3', '/zuschlag', `/dateien/3/${fileId}`];
	return {
		slug,
		addresses: [
			...['', '/ergebnis', '/akte', '/aufruf.pdf', '/mitmachen'].map((part) => face + part),
			...[`/api/v1/procedures/${id}`, `/api/v1/procedures/${id}/record`, '/verfahren?stand=decided', '/verfahren/tageskoepfe'],
			...[...parts, ...more].map((part) => desk + part),
			...['', '/ergebnis', '/ergebnis/brief.pdf', '/nachreichen', `/nachreichen/${fileId}`, '/vorstellung', '/vorstellung/termin.ics'].map(
				(part) => own + part
			)
		],
		remove: () => forgetHouse(pool, houseId)
	};
}
