import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestText } from './conversation.ts';
import { firstWordsForm, reportForm, sayForm } from './forms.ts';

const anything = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.array(fc.string()),
	fc.constant(undefined),
	fc.string({ minLength: 60, maxLength: 90 })
);

test('whatever a browser sends is read, or refused with a sentence', () => {
	fc.assert(
		fc.property(fc.record({ text: anything, once: anything, reason: anything, words: anything, nachricht: anything }), (sent) => {
			for (const form of [sayForm, firstWordsForm, reportForm]) {
				const parsed = form.safeParse(sent);
				if (!parsed.success) for (const { message } of parsed.error.issues) expect(message.length).toBeGreaterThan(5);
			}
		})
	);
});

test('words keep their lines and lose the blanks around them; a novel is refused with what to do', () => {
	expect(sayForm.parse({ text: ' Hallo\r\nWelt ' }).text).toBe('Hallo\nWelt');
	expect(sayForm.parse({}).text).toBe('');
	expect(sayForm.safeParse({ text: 'x'.repeat(longestText + 1) }).error?.issues[0]?.message).toContain('als Datei anhängen');
	expect(firstWordsForm.safeParse({ text: '  ' }).error?.issues[0]?.message).toBe('Bitte sagen, worum es geht.');
	expect(reportForm.parse({ reason: 'spam', nachricht: '' })).toEqual({ reason: 'spam', words: '' });
	expect(reportForm.safeParse({ reason: 'weil' }).error?.issues[0]?.message).toBe('Bitte einen Grund wählen.');
});
