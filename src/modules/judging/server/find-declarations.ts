import type { Ctx } from '#modules/people/actor.ts';
import { notFound } from '#lib/refusal.ts';
import { stepsOf, stepsOfAll, type Declaration } from '../conflict.ts';
import type { ConflictStep } from '../judging.ts';
import { actsAs, type Panel, type PanelConcept } from '../panel.ts';
import { isOpened, stepNow } from '../steps.ts';
import { isNameless } from '../view.ts';
import { loadHints } from './internal/load-hints.ts';
import { loadPanel } from './internal/load-panel.ts';

export type ToDeclare = {
	conceptId: string;
	/** Null in a procedure that hides names: then nobody learns here which concept is whose. */
	number: number | null;
	title: string | null;
	applicant: string;
	/** The word that counts for the present step, or null. */
	kind: Declaration['kind'] | null;
	isSet: boolean;
	hints: string[];
};

const german = new Intl.Collator('de');

function rowOf(panel: Panel, one: PanelConcept, { step, hides }: { step: ConflictStep; hides: boolean }): Omit<ToDeclare, 'hints'> {
	const words = panel.mine.flatMap(({ memberId }) => panel.declared.of(memberId, one.id, step) ?? []);
	const word = words.find(({ kind }) => kind !== 'none') ?? words[0] ?? null;
	const { applicantName, applicantContact } = one;
	const applicant = applicantContact && applicantContact !== applicantName ? `${applicantName} (${applicantContact})` : applicantName;
	return {
		...{ conceptId: one.id, number: hides ? null : one.number, title: hides ? null : one.title, applicant },
		...{ kind: word?.kind ?? null, isSet: word?.isSet ?? false }
	};
}

/**
 * What whoever is named has to declare, with names only where they say that they need them for it. Where names are hidden from the jury the list is in
 * the order of names and tells no number and no title. Throws 401 and 404.
 */
export async function findDeclarations(ctx: Ctx, { id, withNames }: { id: string; withNames: boolean }) {
	const panel = await loadPanel(ctx, id);
	const mine = stepsOfAll(panel.mine);
	const step = stepNow(panel.state, mine);
	if (!isOpened(panel.state)) throw notFound();
	const isChecker = actsAs(panel, 'manager', 'pre_checker');
	const hides = isNameless(panel.frozen, panel.state) && !isChecker;
	const hints = withNames ? await loadHints(ctx, panel) : new Map<string, string[]>();
	const rows =
		step && withNames ? panel.concepts.map((one) => ({ ...rowOf(panel, one, { step, hides }), hints: hints.get(one.id) ?? [] })) : [];
	if (hides) rows.sort((a, b) => german.compare(a.applicant, b.applicant) || (a.conceptId < b.conceptId ? -1 : 1));
	const open = step
		? panel.concepts.filter(
				(one) =>
					!panel.mine.some(({ memberId }) => panel.declared.hasConflict(memberId, one.id) || panel.declared.of(memberId, one.id, step))
			).length
		: 0;
	return {
		...{ step, later: step ? mine.slice(mine.indexOf(step) + 1) : [], isBlind: hides, rows, open, withNames },
		...{ all: panel.concepts.length, overview: actsAs(panel, 'manager') ? overviewOf(panel) : null }
	};
}

/** For whoever leads: who has declared for how many, and the conflicts there are; of concepts from which they are kept themselves only the number. */
function overviewOf(panel: Panel) {
	const people = panel.members.flatMap((member) => {
		const step = stepNow(panel.state, stepsOf(member));
		if (!step || member.hasLeft) return [];
		const declared = panel.concepts.filter(
			({ id }) => panel.declared.hasConflict(member.memberId, id) || panel.declared.of(member.memberId, id, step)
		).length;
		const conflicts = panel.concepts.filter(({ id }) => panel.declared.hasConflict(member.memberId, id)).map(({ number }) => number);
		return [{ memberId: member.memberId, name: member.name, role: member.role, declared, conflicts, isMe: member.isMe }];
	});
	return { people, concepts: panel.concepts.map(({ id, number }) => ({ id, number })) };
}
export type Declarations = Awaited<ReturnType<typeof findDeclarations>>;
