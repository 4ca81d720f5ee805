import { describe, expect, it } from '@jest/globals';
import { languageNotice } from './scripts';

describe('languageNotice', () => {
  it.each(['मुझे दो डोसा चाहिए', 'મારે ઢોસા જોઈએ', '我要一个披萨', 'хочу пиццу', '2 डोसा चाहिए plz'])('says which languages are understood to: %s', (text) => {
    expect(languageNotice(text)).toContain('English and Hinglish');
  });

  it('says it in the script it was written in, where that is known', () => {
    expect(languageNotice('नमस्ते')).toMatch(/^मैं/);
    expect(languageNotice('નમસ્તે')).toMatch(/^હું/);
  });

  it.each(['2 masala dosa', 'jalapeños', '🍕', '', '42', 'dosa (डोसा) please'])('has nothing to say to: %s', (text) => {
    expect(languageNotice(text)).toBeUndefined();
  });
});
