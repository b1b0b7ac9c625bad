import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import { keptStates } from '#modules/procedures/way.ts';
import { actsAs, standingOf, type Panel } from '../panel.ts';
import { hasLeft, scoringSeats } from '../policy.ts';
import { mySeatFor } from '../turn.ts';
import { conceptForJury, isNameless, type Reading } from '../view.ts';
import { loadPanel } from './internal/load-panel.ts';
import { loadSource } from './internal/load-source.ts';
import { candidateFiles } from './tables.ts';

const filesIn = ({ files, supplements }: Reading) => [...files, ...supplements.flatMap((one) => one.files)];

/** Which steps of a procedure whoever asks may read a concept in, in its present state. */
function mayRead(panel: Panel, conceptId: string, hasFactor: boolean): 'all' | 'jury' | null {
	if (keptStates.includes(panel.state) && actsAs(panel, 'manager', 'pre_checker') && standingOf(panel, conceptId, 'precheck') === 'clear')
		return 'all';
	if (hasLeft(panel)) return null;
	const judges = scoringSeats(panel).length > 0;
	if (panel.state === 'scoring' && hasFactor && standingOf(panel, conceptId, 'scoring') === 'clear' && mySeatFor(panel, conceptId))
		return 'jury';
	const later = ['deliberation', 'recommended', 'decided'].includes(panel.state);
	return later && (!judges || hasFactor) && standingOf(panel, conceptId, 'deliberation') === 'clear' ? 'jury' : null;
}

/** Which file of a concept this is for whoever asks, by the juror's view: `source` tells where it lies. Throws 401 and 404. */
export async function findFileToRead(ctx: Ctx, { id, number, fileId }: { id: string; number: number; fileId: string }) {
	const panel = await loadPanel(ctx, id);
	const concept = panel.concepts.find((one) => one.number === number);
	const may = concept ? mayRead(panel, concept.id, await hasSecondFactor(ctx)) : null;
	if (!concept || !may || !isUuid(fileId)) throw notFound();
	const { source } = await loadSource(ctx, panel, concept);
	const reading = conceptForJury(source, { nameless: may === 'jury' && isNameless(panel.frozen, panel.state) });
	const own =
		filesIn(reading).find((file) => file.id === fileId) ??
		(may === 'all' ? [...source.replacements.values()].find((file) => file.id === fileId) : undefined);
	if (!own) throw notFound();
	if (own.source === 'concept') return { ...own, conceptId: concept.id, key: null };
	const [stored] = await ctx.db
		.select({ key: candidateFiles.key })
		.from(candidateFiles)
		.where(and(eq(candidateFiles.id, fileId), eq(candidateFiles.conceptId, concept.id)));
	if (!stored) throw notFound();
	return { ...own, conceptId: concept.id, key: stored.key };
}

/** A file that a group handed in later, for whoever writes the concept. Throws 404. */
export async function findOwnFile(ctx: Ctx, { conceptId, fileId }: { conceptId: string; fileId: string }) {
	if (!ctx.actor || !isUuid(conceptId) || !isUuid(fileId)) throw notFound();
	const { name, contentType, key } = candidateFiles;
	const [found] = await ctx.db
		.select({ name, contentType, key, supplementId: candidateFiles.supplementId })
		.from(candidateFiles)
		.innerJoin(conceptMembers, and(eq(conceptMembers.conceptId, candidateFiles.conceptId), eq(conceptMembers.personId, ctx.actor.id)))
		.where(and(eq(candidateFiles.id, fileId), eq(candidateFiles.conceptId, conceptId)));
	if (!found?.supplementId) throw notFound();
	return found;
}
