/** A municipality that takes part in what its county does: who says so, as a table of steps. */
export const pioneerStates = { named: 'genannt vom Kreis', confirmed: 'bestätigt', declined: 'abgelehnt' } as const;
export type PioneerState = keyof typeof pioneerStates;

type Rule = { from: readonly (PioneerState | null)[]; to: PioneerState | null; by: 'county' | 'town' | 'both' };
/** `null` stands for not named. A no of the municipality stays until the municipality itself says yes. */
export const pioneerSteps = {
	name: { from: [null], to: 'named', by: 'county' },
	confirm: { from: ['named', 'declined'], to: 'confirmed', by: 'town' },
	decline: { from: ['named', 'confirmed'], to: 'declined', by: 'town' },
	remove: { from: ['named', 'confirmed'], to: null, by: 'county' }
} as const satisfies Record<string, Rule>;
export type PioneerStep = keyof typeof pioneerSteps;

const against: Record<PioneerStep, Partial<Record<PioneerState | 'none', string>>> = {
	name: {
		named: 'Diese Kommune ist schon genannt.',
		confirmed: 'Diese Kommune ist schon dabei.',
		declined: 'Diese Kommune möchte nicht genannt werden. Sie kann das selbst ändern.'
	},
	confirm: { none: 'Der Kreis hat diese Kommune nicht genannt.', confirmed: 'Das ist schon bestätigt.' },
	decline: { none: 'Der Kreis hat diese Kommune nicht genannt.', declined: 'Das ist schon abgelehnt.' },
	remove: { none: 'Diese Kommune ist nicht genannt.', declined: 'Diese Kommune hat abgelehnt und ist nirgends zu sehen.' }
};

/** What stands against a step, or null. */
export function whyNotPioneer(state: PioneerState | null, step: PioneerStep): { code: string; message: string } | null {
	const from: readonly (PioneerState | null)[] = pioneerSteps[step].from;
	return from.includes(state)
		? null
		: { code: `pioneer-${step}`, message: against[step][state ?? 'none'] ?? 'Das geht von hier aus nicht.' };
}

/** A municipality of a county, or a county of a municipality, as everybody may read it. */
export type Pioneer = { name: string; href: string; isConfirmed: boolean };
