import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { CandidateState } from '../judging.ts';
import { actsAs, clearOf, standingOf, undeclaredIn, type Panel } from '../panel.ts';
import { deadlineOf } from '#modules/procedures/frozen.ts';
import { keptStates } from '#modules/procedures/way.ts';
import { asChecker, conceptFor } from '../policy.ts';
import { whyNotAdmit } from '../precheck.ts';
import { redact, suggestedWords } from '../redact.ts';
import { conceptForJury } from '../view.ts';
import { notFound } from '#lib/refusal.ts';
import { loadPanel } from './internal/load-panel.ts';
import { whyNoTalk } from './internal/load-talks.ts';
import { loadSource } from './internal/load-source.ts';
import { checkedOf } from './internal/settle-state.ts';
import { checks } from './tables.ts';

async function panelOf(ctx: Ctx, id: string): Promise<Panel> {
	const panel = await loadPanel(ctx, id);
	asChecker(panel);
	if (!keptStates.includes(panel.state)) throw notFound();
	return panel;
}

export type PrecheckRow = {
	id: string;
	number: number;
	title: string;
	applicant: string;
	state: CandidateState;
	met: number;
	missing: number;
	runningUntil: Date | null;
	reason: string | null;
	isHidden: boolean;
	/** Numbers of others from the same sender. */
	alike: number[];
};

/** Others with the same address or the same name: a hint, never a verdict. Only among those that are seen. */
function alikeTo(panel: Panel): Map<string, number[]> {
	const seen = clearOf(panel, 'precheck');
	const same = (a: string, b: string) => a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();
	return new Map(
		seen.map((one) => [
			one.id,
			seen
				.filter(
					(other) =>
						other !== one &&
						(same(one.applicantEmail, other.applicantEmail) ||
							same(one.applicantName, other.applicantName) ||
							(one.groupId !== null && one.groupId === other.groupId))
				)
				.map(({ number }) => number)
		])
	);
}

/** Every concept of which whoever checks is clear, with what was found. Throws 401 and 404. */
export async function listPrecheck(ctx: Ctx, id: string) {
	const panel = await panelOf(ctx, id);
	const [checked, alike] = [await checkedOf(ctx, panel), alikeTo(panel)];
	const rows: PrecheckRow[] = clearOf(panel, 'precheck').map((one) => {
		const found = checked.get(one.id);
		const count = (word: string) => panel.frozen.eligibility.filter((condition) => found?.findings.get(condition.id) === word).length;
		return {
			...{ id: one.id, number: one.number, title: one.title, applicant: one.applicantName, state: one.state, reason: one.reason },
			...{ met: count('met'), missing: count('missing') + count('failed'), runningUntil: found?.runningUntil ?? null },
			...{ isHidden: one.hiddenAt !== null, alike: alike.get(one.id) ?? [] }
		};
	});
	const { eligibility: conditions, isBlind } = panel.frozen;
	const isOpen = panel.state === 'precheck';
	return {
		...{ rows, conditions: conditions.length, isBlind, isOpen, kind: panel.kind, round: panel.round, state: panel.state },
		promised: deadlineOf(panel.frozen, 2),
		toDeclare: undeclaredIn(panel, 'precheck').length,
		hasConflict: panel.concepts.some((one) => standingOf(panel, one.id, 'precheck') === 'conflict'),
		mayDecide: isOpen && actsAs(panel, 'manager'),
		against:
			isOpen && actsAs(panel, 'manager')
				? [...whyNotAdmit([...checked.values()], { conditions, isBlind }), ...(await whyNoTalk(ctx, panel))]
				: []
	};
}

/** One concept for whoever checks: all of it, and what the jury would read. Throws 401 and 404. */
export async function findPrecheck(ctx: Ctx, { id, number }: { id: string; number: number }) {
	const panel = await panelOf(ctx, id);
	const concept = conceptFor(panel, number, 'precheck');
	const { source, asked, row } = await loadSource(ctx, panel, concept);
	const { conditionId, isMet, note } = checks;
	const found = await ctx.db.select({ conditionId, isMet, note }).from(checks).where(eq(checks.conceptId, concept.id));
	const { isBlind, eligibility } = panel.frozen;
	const suggestions = suggestedWords(source.content.applicant);
	const words = row?.hiddenAt ? source.hiddenWords : suggestions;
	const preview = conceptForJury({ ...source, hiddenWords: words }, { nameless: isBlind });
	const text = JSON.stringify(preview);
	return {
		...{ isBlind, isOpen: panel.state === 'precheck', state: concept.state, reason: concept.reason, version: concept.version },
		reading: conceptForJury(source, { nameless: false }),
		conditions: eligibility.map((one) => ({
			...one,
			...(found.find((check) => check.conditionId === one.id) ?? { isMet: 'open' as const, note: '' })
		})),
		supplements: asked.map((one) => ({ ...one, files: source.supplements.find(({ id }) => id === one.id)?.files ?? [] })),
		excludedFor: eligibility.find((one) => one.id === concept.conditionId)?.title ?? null,
		hiding: {
			words,
			suggestions: suggestions.filter((word) => !words.includes(word) && redact(text, [word]) !== text),
			released: source.releasedFiles,
			replaced: [...source.replacements.keys()],
			isDone: row?.hiddenAt !== null && row !== null
		},
		preview
	};
}
export type Prechecked = Awaited<ReturnType<typeof findPrecheck>>;
