import { and, desc, eq, sql } from 'drizzle-orm';
import { grant } from '#cli/generate/procedures/play-after.ts';
import * as play from '#cli/generate/procedures/play.ts';
import { demoOpenerKeys } from '#cli/generate/procedures/demo-keys.ts';
import { tellResult } from '#modules/awards/server/tell-result.ts';
import { listOwnConcepts } from '#modules/concepts/server/find-concept.ts';
import { handKey } from '#modules/concepts/server/hand-key.ts';
import { sendConcept } from '#modules/concepts/server/send-concept.ts';
import { tendConcepts } from '#modules/concepts/server/tend-concepts.ts';
import { admitCandidates } from '#modules/judging/server/admit-candidates.ts';
import { lockScores } from '#modules/judging/server/lock-scores.ts';
import { revealScores } from '#modules/judging/server/reveal-scores.ts';
import { takeOpened } from '#modules/judging/server/take-opened.ts';
import { callSuccessor } from '#modules/options/server/call-successor.ts';
import { endOption } from '#modules/options/server/end-option.ts';
import { options } from '#modules/options/server/tables.ts';
import { tendOptions } from '#modules/options/server/tend-options.ts';
import { findEvent } from '#modules/people/server/find-event.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import { events } from '#modules/people/server/tables.ts';
import { closeProcedures } from '#modules/procedures/server/close-procedures.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { tellMoved } from '#modules/procedures/server/tell-moved.ts';
import { closeDays } from '#modules/records/server/close-days.ts';

/** `begin`: when the draft was begun. */
export type Playing = play.Playing & { begin: Date };
/** `isJob`: run by the worker, which runs it again when it was not heard to end; doing it twice then changes nothing. */
export type Step = { name: string; run: (playing: Playing) => Promise<unknown>; isJob?: boolean };

const at = ({ at, deadline }: Playing, days: number) => at(null, play.after(deadline, days));
const ines = ({ at, deadline }: Playing, days: number) => at('ines', play.after(deadline, days));

/** The event of a move, or of the last letters. */
async function eventOf(playing: Playing, kind: string, move?: string): Promise<RecordedEvent> {
	const ctx = at(playing, 0);
	const ofMove = move ? sql`${events.data}->>'move' = ${move}` : undefined;
	const [row] = await ctx.db
		.select({ id: events.id })
		.from(events)
		.where(and(eq(events.subjectId, playing.id), eq(events.kind, kind), ofMove))
		.orderBy(desc(events.id))
		.limit(1);
	const event = row && (await findEvent(ctx, row.id));
	if (!event) throw new Error(`${kind} ${move ?? ''} was not told`);
	return event;
}

async function send({ at, deadline, store }: Playing, who: (typeof play.applicants)[number]): Promise<void> {
	const ctx = at(who, play.after(deadline, -1));
	const [own] = await listOwnConcepts(ctx);
	await sendConcept(ctx, { id: own?.id ?? '', store });
}

async function lapse(playing: Playing): Promise<void> {
	const ctx = ines(playing, 500);
	const [option] = await ctx.db.select().from(options).where(eq(options.procedureId, playing.id));
	await endOption(ctx, { id: playing.id, version: option?.version ?? 0, step: 'lapse', reason: 'Die Finanzierung kam nicht zustande.' });
}

const job = (name: string, run: Step['run']): Step => ({ name, run, isJob: true });
const told = (move: string, days: number): Step =>
	job(`told-${move}`, async (playing) => tellMoved(at(playing, days), await eventOf(playing, 'procedure.moved', move)));

/** A procedure from its draft to a successor, one command or job at a time; `write-…` are several. */
export const steps: readonly Step[] = [
	{ name: 'finish', run: ({ at, begin, id }) => stepProcedure(at('ines', play.after(begin, 20)), { id, step: 'finish' }) },
	{ name: 'publish', run: ({ at, begin, id }) => publishProcedure(at('ines', play.after(begin, 27)), { id }) },
	...play.applicants.flatMap((who): Step[] => [
		{ name: `write-${who}`, run: (playing) => play.write(playing, who) },
		{
			name: `send-${who}`,
			run: (playing) => send(playing, who)
		}
	]),
	job('close', (playing) => closeProcedures(at(playing, 0.1), playing.id)),
	...demoOpenerKeys.slice(0, 2).map(({ who, identity }): Step => ({
		name: `key-${who}`,
		run: ({ id, at, deadline }) => handKey(at(who, play.after(deadline, 0.1)), { id, kind: 'concepts', secretKey: identity })
	})),
	job('opened', (playing) => takeOpened(at(playing, 0.1), playing.id)),
	told('unseal', 0.1),
	job('tend-concepts', (playing) => tendConcepts(at(playing, 1))),
	...(['ines', ...play.jury] as const).map((who): Step => ({ name: `declare-${who}`, run: (playing) => play.declare(playing, who) })),
	...[1, 2, 3].map((number): Step => ({ name: `check-${number}`, run: (playing) => play.checkOne(playing, number) })),
	{ name: 'admit', run: (playing) => admitCandidates(ines(playing, 5), playing) },
	...play.jury.flatMap((juror) =>
		[1, 2, 3].map((number): Step => ({ name: `score-${juror}-${number}`, run: (playing) => play.scoreOne(playing, { juror, number }) }))
	),
	{ name: 'reveal', run: (playing) => revealScores(ines(playing, 20), playing) },
	{ name: 'lock', run: (playing) => lockScores(ines(playing, 28), playing) },
	{ name: 'recommend', run: play.recommendOne },
	{ name: 'decide', run: (playing) => play.decide(playing) },
	job('told-result', async (playing) => tellResult(at(playing, 60), await eventOf(playing, 'award.told'))),
	told('decide', 60),
	{ name: 'grant', run: (playing) => grant(playing, 80) },
	told('grant', 80),
	job('tend-options', (playing) => tendOptions(at(playing, 370))),
	{ name: 'lapse', run: lapse },
	told('lapse', 500),
	{ name: 'successor', run: (playing) => callSuccessor(ines(playing, 500), playing) },
	job('close-days', (playing) => closeDays(at(playing, 2)))
];
