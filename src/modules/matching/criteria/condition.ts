import { conditions as words, type Condition } from '#modules/properties/vocabulary.ts';
import { selfHelps } from '#modules/requests/vocabulary.ts';
import { list } from '#lib/text/phrases.ts';
import { conflict, fits, tension, unknown, type Criterion } from '../pair.ts';

/** How much work stands before use: 0 none … 5 hardly worth it. */
const work: Record<Exclude<Condition, 'unknown'>, number> = {
	ready_to_use: 0,
	minor_works: 1,
	refurbishment_needed: 2,
	shell: 3,
	gutted: 3,
	major_refurbishment: 3,
	dilapidated: 4,
	demolition_candidate: 5
};
/** Own hands carry so many steps more. */
const tolerance = { none: 0, some: 1, major: 2, own_craftspeople: 2 } as const;

export const condition: Criterion = {
	judge: (offer, wish) => {
		const accepted = wish.conditions.filter((c) => c !== 'unknown');
		if (!accepted.length) return null;
		if (offer.condition === 'unknown') return unknown(`gesucht: ${list(words, accepted, 'oder')}, Zustand noch nicht bekannt`);
		const beyond = work[offer.condition] - Math.max(...accepted.map((c) => work[c]));
		if (beyond <= 0) return fits(`${words[offer.condition]}, das ist recht`);
		const text = `${words[offer.condition]}, gesucht ${list(words, accepted, 'oder')}`;
		const left = beyond - tolerance[wish.selfHelp];
		if (left <= 0) return tension(`${text}; Eigenleistung: ${selfHelps[wish.selfHelp]}`, 0.6);
		return left === 1 ? tension(text, 0.25) : conflict(text);
	},
	question: { text: 'In welchem Zustand ist der Raum?', ask: 'provider' }
};
