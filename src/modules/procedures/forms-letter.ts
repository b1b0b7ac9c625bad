import { z } from 'zod';
import { optionalText, requiredText } from '#lib/forms.ts';
import { asks, type Ask } from './letter-templates.ts';
import type { Written } from './letters.ts';

const line = (max = 160) => optionalText(max).transform((text) => (text ?? '').replace(/\s*\n\s*/g, ' '));

/** A letter as somebody writes it; what a template asks for comes under its own name. Nothing of it is kept. */
export const letterForm = z
	.object({
		recipient: requiredText('Bitte die Anschrift nennen, je Zeile eine Angabe.', 400).refine(
			(text) => text.split('\n').filter((one) => one.trim()).length <= 6,
			'Bitte höchstens sechs Zeilen, mehr passen nicht ins Fenster des Umschlags.'
		),
		greeting: requiredText('Bitte die Anrede nennen.', 160),
		subject: requiredText('Bitte den Betreff nennen.', 160),
		text: requiredText('Bitte den Text schreiben.', 6000),
		signatory: requiredText('Bitte sagen, wer unterschreibt.', 120),
		senderName: requiredText('Bitte sagen, wer den Brief schickt.', 120),
		...{ senderStreet: line(), senderPlace: line(), senderContact: line() },
		...(Object.fromEntries(Object.keys(asks).map((name) => [name, line(600)])) as Record<Ask, ReturnType<typeof line>>)
	})
	.transform((input): Written => {
		const { termin, ort, frist, fehlt, grund, ...rest } = input;
		return { ...rest, given: { termin, ort, frist, fehlt, grund } };
	});
