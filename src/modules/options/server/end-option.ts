import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { steps } from '../option.ts';
import { closeOption } from './internal/close-option.ts';
import { changeOption, refuseOlder } from './internal/desk-for.ts';
import { followHouse } from './internal/follow-house.ts';
import { logStep } from './internal/log-step.ts';
import { refuseStep } from './internal/refuse-step.ts';
import { tellHolders } from './internal/tell-holder.ts';

type Ending = { id: string; version: number; step: 'give_back' | 'lapse'; reason: string };

/** The office confirms that the house was given back, or states that the time has run out. The house is free, whoever waits may be called. Throws 401, 404, 409, 422. */
export function endOption(ctx: Ctx, { id, version, step, reason }: Ending): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		refuseOlder(option, version);
		await refuseStep(inside, option, { step, reason });
		const state = steps[step].to;
		await closeOption(inside, option, { state, reason });
		await moveProcedure(inside, { id, move: 'lapse', reason, facts: { turn: option.turn, how: state } });
		await logStep(inside, { optionId: option.id, step, reason });
		await followHouse(inside, desk, { act: 'end', reason });
		const given = step === 'give_back';
		const title = given ? `${desk.house.title}: zurückgegeben` : `${desk.house.title}: Die Anhandgabe ist ausgelaufen`;
		const text = `${given ? 'Das Büro hat Eure Rückgabe bestätigt.' : 'Das Büro hat das festgestellt.'} Begründung: ${reason}`;
		await tellHolders(inside, [{ option, kind: 'option-ended', about: option.id, title, text }]);
	});
}
