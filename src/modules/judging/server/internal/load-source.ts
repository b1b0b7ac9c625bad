import { eq } from 'drizzle-orm';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Panel, PanelConcept } from '../../panel.ts';
import type { ReadFile, Source, Supplement } from '../../view.ts';
import { candidateFiles, candidates, supplements } from '../tables.ts';

type FileRow = typeof candidateFiles.$inferSelect;
const readable = ({ id, name, contentType, bytes }: FileRow): ReadFile => ({
	id,
	name,
	contentType,
	bytes,
	for: null,
	source: 'candidate'
});

/** Everything of one concept that the juror's view is made of. The caller has asked who reads. */
export async function loadSource(
	{ db }: Pick<Ctx, 'db'>,
	{ frozen }: Pick<Panel, 'frozen'>,
	{ id, number }: Pick<PanelConcept, 'id' | 'number'>
) {
	const [found] = await db
		.select({ content: conceptContents.content, row: candidates })
		.from(conceptContents)
		.leftJoin(candidates, eq(candidates.conceptId, conceptContents.conceptId))
		.where(eq(conceptContents.conceptId, id));
	if (!found) throw notFound();
	const asked = await db.select().from(supplements).where(eq(supplements.conceptId, id)).orderBy(supplements.askedAt, supplements.id);
	const files = await db
		.select()
		.from(candidateFiles)
		.where(eq(candidateFiles.conceptId, id))
		.orderBy(candidateFiles.at, candidateFiles.id);
	const answered: Supplement[] = asked
		.filter(({ answeredAt }) => answeredAt)
		.map((one) => ({
			id: one.id,
			asks: one.asks,
			answer: one.answer,
			files: files.filter((file) => file.supplementId === one.id).map(readable)
		}));
	const source: Source = {
		...{ number, content: found.content, frozen, hiddenWords: found.row?.hiddenWords ?? [], releasedFiles: found.row?.releasedFiles ?? [] },
		replacements: new Map(files.flatMap((file) => (file.replaces ? [[file.replaces, readable(file)] as const] : []))),
		supplements: answered
	};
	return { source, asked, row: found.row };
}
