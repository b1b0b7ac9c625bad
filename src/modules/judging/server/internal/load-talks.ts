import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Panel } from '../../panel.ts';
import { candidates, presentations } from '../tables.ts';

/** Talks are held in the second of two stages, with everybody who was chosen in the first. */
export const hasTalks = ({ kind, round }: Pick<Panel, 'kind' | 'round'>): boolean => kind === 'with_dialogue' && round === 2;

/** Who was chosen, by the number in the first stage, with the talk as it is planned or was held. The caller has asked who reads. */
export async function loadTalks({ db }: Pick<Ctx, 'db'>, procedureId: string) {
	const { content } = conceptContents;
	const rows = await db
		.select({
			...{ conceptId: concepts.id, number: concepts.number, slot: presentations },
			...{ title: sql<string>`${content}->>'title'`, applicant: sql<string>`${content}->'applicant'->>'name'` }
		})
		.from(candidates)
		.innerJoin(concepts, and(eq(concepts.id, candidates.conceptId), eq(concepts.round, 1)))
		.innerJoin(conceptContents, eq(conceptContents.conceptId, concepts.id))
		.leftJoin(presentations, eq(presentations.conceptId, concepts.id))
		.where(and(eq(candidates.procedureId, procedureId), isNotNull(candidates.invitedAt)))
		.orderBy(asc(concepts.number));
	return rows.map(({ number, ...row }) => ({ ...row, number: number ?? 0 }));
}

/** With whom nobody has talked although the call promised a dialogue, as sentences. */
export async function whyNoTalk(ctx: Pick<Ctx, 'db'>, panel: Panel): Promise<string[]> {
	if (!hasTalks(panel)) return [];
	const without = (await loadTalks(ctx, panel.procedureId)).filter(({ slot }) => !slot?.heldAt);
	return without.map(({ number }) => `Das Gespräch mit der Gruppe von Skizze ${number} ist noch nicht festgehalten (unter „Gespräche“).`);
}
