"""book.py CHAPTERS en|ja: a long manual, the same bytes on every machine.

Prose over a vocabulary of 30,000 words, so that no program gets by with the
few words it has shaped already, tables of five to eight columns, lists, and
links among the chapters: about 1.6 pages of A4 a chapter.
"""
import sys

VOCABULARY = 30000


class Dice:
    def __init__(self, seed):
        self.state = seed

    def roll(self, n):
        self.state = (self.state * 6364136223846793005 +
                      1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n


dice = Dice(27001)


def latin_words():
    first, inner = 'bcdfghjklmnprstvwz', 'aeiou'
    words = []
    for _ in range(VOCABULARY):
        w = ''
        for _ in range(1 + dice.roll(4)):
            w += first[dice.roll(18)] + inner[dice.roll(5)]
            if dice.roll(3) == 0:
                w += 'nrstl'[dice.roll(5)]
        words.append(w)
    return words


def japanese_words():
    kana = 'のをにはがとでへもやから'
    words = []
    for _ in range(VOCABULARY):
        w = ''.join(chr(0x4e00 + dice.roll(2600) * 8)
                    for _ in range(1 + dice.roll(3)))
        if dice.roll(6) == 0:
            w = ''.join(chr(0x30a2 + dice.roll(60))
                        for _ in range(2 + dice.roll(4)))
        words.append(w + kana[dice.roll(len(kana))])
    return words


ja = sys.argv[2] == 'ja'
vocabulary = japanese_words() if ja else latin_words()


def word():
    # rare and common ones, as in a text
    n = dice.roll(VOCABULARY)
    return vocabulary[n * dice.roll(1000) // 1000]


def sentence(n):
    words = [word() for _ in range(n)]
    if ja:
        return ''.join(words) + '。'
    return ' '.join(words).capitalize() + '.'


def paragraph(sentences):
    glue = '' if ja else ' '
    return glue.join(sentence(8 + dice.roll(10)) for _ in range(sentences))


def link(chapters):
    n = 1 + dice.roll(chapters)
    return '[%s %d](#chapter-%d)' % ('章' if ja else 'chapter', n, n)


def table(chapters):
    columns = 5 + dice.roll(4)
    rows = 6 + dice.roll(6)
    out = ['| ' + ' | '.join(word() for _ in range(columns)) + ' |',
           '|' + ' --- |' * columns]
    for _ in range(rows):
        cells = [' '.join(word() for _ in range(1 + dice.roll(5)))
                 for _ in range(columns - 2)]
        out.append('| R-%04d | ' % dice.roll(10000) + ' | '.join(cells) +
                   ' | ' + link(chapters) + ' |')
    return '\n'.join(out)


def chapter(i, chapters):
    out = ['# Chapter %d' % i]
    for _ in range(3):
        out.append(paragraph(5) + ' ' + link(chapters))
    out.append('## ' + word() + ' %d' % i)
    out.append(table(chapters))
    out.append('\n'.join('- ' + sentence(7) + ' ' + link(chapters)
                         for _ in range(5)))
    out.append('**%s** %s `%s`' % (word(), paragraph(3), 'RSK-%04d' % i))
    return '\n\n'.join(out) + '\n\n'


count = int(sys.argv[1])
for number in range(1, count + 1):
    sys.stdout.write(chapter(number, count))
