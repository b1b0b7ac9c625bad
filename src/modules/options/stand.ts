import type { Openness } from '#modules/procedures/frozen.ts';
import type { State } from './option.ts';

/** What everybody may read of an option. An allow-list: reports, talks, reasons and fees are not in it. */
export type OptionStand = {
	state: State;
	/** ISO days. */
	from: string;
	until: string;
	/** Milestones confirmed, of how many. */
	done: number;
	of: number;
	/** Which option of the procedure: 2 once somebody moved up. */
	turn: number;
	/** Only where the call says that the name is published. */
	holder: string | null;
};

type Known = { state: State; openness: Openness; isAwarded: boolean; holderName: string };

/** A successor is named once there is a contract, or where all names are published. */
export const shownHolder = ({ state, openness, isAwarded, holderName }: Known): string | null =>
	isAwarded || openness === 'named' || state === 'fulfilled' ? holderName : null;
