import { stringify } from 'csv-stringify/sync';
import { answerText, type Ask } from '#modules/people/ask.ts';
import type { Recipient } from './server/find-inquiry.ts';
import { harmless } from './membership-file.ts';

const moment = (date: Date | null) => date?.toISOString() ?? '';

/** Who was asked and what they answered, as CSV for German spreadsheets: semicolons, UTF-8 with mark. */
export const inquiryCsv = (ask: Ask, recipients: readonly Recipient[]): string =>
	stringify(
		[
			['Organisation', 'Person', 'Antwort', 'Anmerkung', 'beantwortet am', 'beantwortet durch', 'erinnert am'],
			...recipients.map(({ organisation, name, answer, answeredAt, answeredBy, remindedAt }) =>
				[
					organisation,
					name,
					answer ? answerText(ask, { ...answer, words: ask.kind === 'text' ? answer.words : '' }) : '',
					ask.kind === 'text' ? '' : (answer?.words ?? ''),
					moment(answeredAt),
					answeredBy,
					moment(remindedAt)
				].map(harmless)
			)
		],
		{ delimiter: ';', bom: true }
	);
