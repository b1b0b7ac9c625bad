import type { MembershipState, Openness, Phase } from './vocabulary.ts';

/** Every step between an organisation and a network. What is not here is forbidden. `null` stands for no relation yet. */
export type MembershipStep =
	| ('note' | 'enrol' | 'apply' | 'withdraw' | 'set_aside' | 'admit')
	| ('pause' | 'resume' | 'leave' | 'exclude' | 'reconsider' | 'join' | 'accompany');

type Guard = 'open_phase' | 'reason' | 'values';
type Rule = {
	from: readonly (MembershipState | null)[];
	to: MembershipState;
	/** In which kinds of network the step exists. */
	in: readonly Openness[];
	guards: readonly Guard[];
	/** Whose step it is: the network's, the organisation's own as well, or one that only an application to the network takes (`modules/admission`). */
	by: 'network' | 'both' | 'admission';
	text: string;
};

const everywhere: readonly Openness[] = ['membership', 'alliance', 'liaison'];
const admitting: readonly Openness[] = ['membership'];

export const membershipSteps: Record<MembershipStep, Rule> = {
	note: { from: [null], to: 'interested', in: everywhere, guards: [], by: 'both', text: 'Vormerken' },
	apply: { from: [null, 'interested'], to: 'applicant', in: admitting, guards: ['open_phase'], by: 'admission', text: 'Aufnahme beginnen' },
	enrol: {
		from: [null, 'interested'],
		to: 'member',
		in: admitting,
		guards: ['reason'],
		by: 'network',
		text: 'Nachtragen: gehört schon dazu'
	},
	withdraw: { from: ['applicant'], to: 'interested', in: admitting, guards: [], by: 'admission', text: 'Antrag zurückziehen' },
	set_aside: {
		from: ['applicant'],
		to: 'interested',
		in: admitting,
		guards: ['reason'],
		by: 'admission',
		text: 'Nicht aufnehmen, vormerken'
	},
	admit: { from: ['applicant'], to: 'member', in: admitting, guards: ['reason', 'values'], by: 'admission', text: 'Aufnehmen' },
	pause: { from: ['member'], to: 'paused', in: admitting, guards: ['reason'], by: 'both', text: 'Ruhen lassen' },
	resume: { from: ['paused'], to: 'member', in: admitting, guards: ['values'], by: 'both', text: 'Wieder aufnehmen' },
	leave: { from: ['member', 'paused', 'participant'], to: 'left', in: everywhere, guards: ['reason'], by: 'both', text: 'Austreten' },
	exclude: { from: ['member', 'paused'], to: 'excluded', in: admitting, guards: ['reason'], by: 'network', text: 'Ausschließen' },
	reconsider: { from: ['left', 'excluded'], to: 'interested', in: everywhere, guards: ['reason'], by: 'network', text: 'Wieder vormerken' },
	join: { from: [null, 'interested', 'left'], to: 'participant', in: ['alliance'], guards: ['values'], by: 'both', text: 'Mitwirken' },
	accompany: { from: [null, 'interested', 'left'], to: 'participant', in: ['liaison'], guards: [], by: 'network', text: 'Begleiten' }
};

export type StepQuestion = {
	state: MembershipState | null;
	step: MembershipStep;
	network: { openness: Openness; phase: Phase; valuesVersion: number | null };
	/** The version of the values that the organisation has confirmed. */
	confirmedVersion: number | null;
	reason?: string;
};

export type Refused = { code: string; message: string; field?: string };

const guards: Record<Guard, (question: StepQuestion) => Refused | null> = {
	open_phase: ({ network }) =>
		network.phase === 'open'
			? null
			: { code: 'closed', message: 'Die Aufnahme ist noch geschlossen. Bis dahin kann sich die Kommune vormerken lassen.' },
	reason: ({ reason }) =>
		reason?.trim() ? null : { code: 'reason-missing', message: 'Bitte in einem Satz sagen, warum: Er steht im Verlauf.', field: 'reason' },
	values: ({ network: { valuesVersion }, confirmedVersion }) =>
		valuesVersion === null || confirmedVersion === valuesVersion
			? null
			: {
					code: 'values-unconfirmed',
					message: `Fassung ${valuesVersion} der Werte ist noch nicht bestätigt. Bitte zuerst die Bestätigung eintragen oder einholen.`
				}
};

const noSuchStep: Record<Openness, string> = {
	membership: 'In einem Netzwerk mit Mitgliedschaft führt der Weg über die Aufnahme.',
	alliance: 'Ein offenes Bündnis kennt keine Mitgliedschaft: Wer die Werte bestätigt, wirkt mit.',
	liaison: 'Eine Vernetzungsstelle nimmt niemanden auf: Sie begleitet Kommunen.'
};

const standing: Record<MembershipState, string> = {
	interested: 'vorgemerkt',
	applicant: 'in der Aufnahme',
	member: 'schon Mitglied',
	paused: 'ruhend',
	left: 'ausgetreten',
	excluded: 'ausgeschlossen',
	participant: 'schon dabei'
};

/** Why the step cannot be taken, or null when it can. */
export function whyNotStep(question: StepQuestion): Refused | null {
	const { state, step, network } = question;
	const rule = membershipSteps[step];
	if (!rule.in.includes(network.openness)) return { code: 'no-such-step', message: noSuchStep[network.openness] };
	if (!rule.from.includes(state)) {
		const now = state ? `Die Organisation ist ${standing[state]}` : 'Die Organisation steht noch in keiner Beziehung zu diesem Netzwerk';
		return { code: 'not-from-here', message: `${now}. „${rule.text}“ geht von dort aus nicht.` };
	}
	for (const guard of rule.guards) {
		const refused = guards[guard](question);
		if (refused) return refused;
	}
	return null;
}

/** The steps that lead on from a state, before any guard is asked. */
export const stepsFrom = (state: MembershipState | null, openness: Openness): MembershipStep[] =>
	(Object.keys(membershipSteps) as MembershipStep[]).filter(
		(step) => membershipSteps[step].in.includes(openness) && membershipSteps[step].from.includes(state)
	);
