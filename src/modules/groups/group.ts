/** A group around a building: its way from a first evening to a legal form, as one table. What is not here is forbidden. */

export const groupStates = {
	forming: 'in Gründung',
	visible: 'in Gründung, für alle zu sehen',
	established: 'mit Rechtsform',
	dissolved: 'aufgelöst'
} as const;
export type GroupState = keyof typeof groupStates;

export type GroupStep = 'show' | 'hide' | 'turn' | 'take_back' | 'establish' | 'dissolve';

/** What a step looks at. `isShown`: everybody may read its page; `isBeforeTown`: the municipality may read it. */
export type GroupFacts = {
	state: GroupState;
	isShown: boolean;
	isBeforeTown: boolean;
	idea: string;
	/** Whether its municipality is known: of the house, or the place it named. */
	hasTown: boolean;
	/** Steps to the legal form that are still open, by name; null while none was chosen. */
	openSteps: readonly string[] | null;
	reason?: string;
};
export type Refused = { code: string; message: string; field?: string };

type Rule = {
	from: readonly GroupState[];
	/** Without it the state stays. */
	to?: GroupState;
	text: string;
	against: (facts: GroupFacts) => Refused | null;
};

export const shortestIdea = 40;
const alive: readonly GroupState[] = ['forming', 'visible', 'established'];

export const groupSteps: Record<GroupStep, Rule> = {
	show: {
		from: alive,
		text: 'Für alle zeigen',
		against: ({ isShown, idea }) => {
			if (isShown) return { code: 'shown-already', message: 'Die Gruppe ist schon für alle zu sehen.' };
			return idea.trim().length >= shortestIdea
				? null
				: {
						code: 'no-idea',
						message: `Bitte erzählt zuerst in zwei, drei Sätzen, was Ihr vorhabt (mindestens ${shortestIdea} Zeichen). Das liest, wer Euch noch nicht kennt.`,
						field: 'idea'
					};
		}
	},
	hide: {
		from: alive,
		text: 'Nicht mehr zeigen',
		against: ({ isShown }) => (isShown ? null : { code: 'hidden-already', message: 'Die Gruppe sieht ohnehin niemand außer Euch.' })
	},
	turn: {
		from: alive,
		text: 'Der Kommune zeigen',
		against: ({ isBeforeTown, hasTown }) => {
			if (isBeforeTown) return { code: 'turned-already', message: 'Die Kommune kann die Gruppe schon lesen.' };
			return hasTown
				? null
				: {
						code: 'no-town',
						message: 'Bitte wählt zuerst ein Haus oder nennt einen Ort: Sonst wissen wir nicht, welche Kommune.',
						field: 'house'
					};
		}
	},
	take_back: {
		from: alive,
		text: 'Der Kommune nicht mehr zeigen',
		against: ({ isBeforeTown }) => (isBeforeTown ? null : { code: 'not-turned', message: 'Die Kommune sieht die Gruppe nicht.' })
	},
	establish: {
		from: ['forming', 'visible'],
		to: 'established',
		text: 'Wir haben eine Rechtsform',
		against: ({ openSteps }) => {
			if (!openSteps) return { code: 'no-form', message: 'Bitte wählt zuerst eine Rechtsform.' };
			const [next] = openSteps;
			return next ? { code: 'steps-open', message: `Es fehlt noch: ${next}. Hakt ab, was erledigt ist.` } : null;
		}
	},
	dissolve: {
		from: alive,
		to: 'dissolved',
		text: 'Gruppe auflösen',
		against: ({ reason }) =>
			reason?.trim()
				? null
				: { code: 'no-reason', message: 'Bitte sagt in einem Satz, warum. Alle in der Gruppe lesen ihn.', field: 'reason' }
	}
};
export const groupStepNames = Object.keys(groupSteps) as GroupStep[];

/** Why the step cannot be taken, or null. */
export function whyNotGroupStep(step: GroupStep, facts: GroupFacts): Refused | null {
	const { from, text, against } = groupSteps[step];
	if (!from.includes(facts.state))
		return { code: 'not-from-here', message: `Die Gruppe ist im Stand „${groupStates[facts.state]}“. „${text}“ geht von dort aus nicht.` };
	return against(facts);
}

/** What a group is after a step. Showing and hiding move it between its two states of forming; a group with a legal form keeps its own. */
export function groupStateAfter(step: GroupStep, state: GroupState): GroupState {
	if (step === 'show') return state === 'forming' ? 'visible' : state;
	if (step === 'hide') return state === 'visible' ? 'forming' : state;
	return groupSteps[step].to ?? state;
}

/** What may still be written into. */
export const isAlive = (state: GroupState): boolean => state !== 'dissolved';

export const groupLimits = {
	members: 100,
	needs: 60,
	roles: 40,
	documents: 60,
	versions: 40,
	foundedPerDay: 10,
	knocksPerDay: 10
} as const;

/** How a house stands to a group: still there, or gone, and why people may read it. */
export const houseGone = {
	withdrawn: 'ist nicht mehr veröffentlicht',
	in_works: 'wird schon umgebaut',
	reused: 'ist wieder in Nutzung',
	demolished: 'ist abgerissen',
	archived: 'steht nicht mehr im Register'
} as const;
export type HouseGone = keyof typeof houseGone;

/** Why a group can no longer count on a house, or null. `lifecycle`: of the register; `isPublic`: it has a public page. */
export function whyGone({ lifecycle, isPublic }: { lifecycle: string; isPublic: boolean }): HouseGone | null {
	if (lifecycle === 'demolished') return 'demolished';
	if (lifecycle === 'archived' || lifecycle === 'discarded') return 'archived';
	if (lifecycle === 'in_works' || lifecycle === 'reused') return lifecycle;
	return isPublic ? null : 'withdrawn';
}

/** "Gutshaus Leute" → "gutshaus-leute-3f9a2c": readable, and two of one name do not collide. */
export const groupSlug = (plain: string, id: string): string =>
	`${plain.slice(0, 60).replace(/-+$/, '')}-${id.replaceAll('-', '').slice(-8)}`;
