/* Says when a part of the screen shows something, at once and without a picture on disk.
 *
 *   painted X Y WIDTH HEIGHT
 *
 * Prints "ready", and then answers each line that it reads:
 *   writing   waits until that part of the screen has many colors (writing has many shades, an empty window one), and prints "painted"
 *   change    waits until nothing has changed there for a while, and prints "still"; waits for the next change, and prints "changed"
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ENOUGH = 17, STILL_LOOKS = 200 };

static Display *display;
static int x, y, width, height;

static XImage *look(void) {
    return XGetImage(display, DefaultRootWindow(display), x, y, width, height, AllPlanes, ZPixmap);
}

static void nap(void) {
    struct timespec half_a_millisecond = { 0, 500000 };
    nanosleep(&half_a_millisecond, NULL);
}

static int has_writing(void) {
    XImage *image = look();
    if (!image) return 0;
    unsigned long colors[ENOUGH];
    int count = 0;
    for (int row = 0; row < height && count < ENOUGH; row++) {
        for (int column = 0; column < width && count < ENOUGH; column++) {
            unsigned long color = XGetPixel(image, column, row);
            int known = 0;
            for (int at = 0; at < count && !known; at++) known = colors[at] == color;
            if (!known) colors[count++] = color;
        }
    }
    XDestroyImage(image);
    return count == ENOUGH;
}

/* Looks again, and returns whether it is the same as in *last, which becomes what there is now. */
static int is_same(XImage **last) {
    XImage *now = look();
    int same = *last && now && memcmp((*last)->data, now->data, (size_t)now->bytes_per_line * now->height) == 0;
    if (*last) XDestroyImage(*last);
    *last = now;
    return same;
}

static void say(const char *what) {
    puts(what);
    fflush(stdout);
}

static void wait_writing(void) {
    while (!has_writing()) nap();
    say("painted");
}

static void wait_change(void) {
    XImage *last = NULL;
    for (int same = 0; same < STILL_LOOKS; nap()) same = is_same(&last) ? same + 1 : 0;
    say("still");
    while (is_same(&last)) nap();
    say("changed");
    if (last) XDestroyImage(last);
}

int main(int argc, char **argv) {
    display = XOpenDisplay(NULL);
    if (!display || argc != 5) return 2;
    x = atoi(argv[1]), y = atoi(argv[2]), width = atoi(argv[3]), height = atoi(argv[4]);
    char line[16];
    say("ready");
    while (fgets(line, sizeof line, stdin)) {
        if (line[0] == 'w') wait_writing();
        else wait_change();
    }
    return 0;
}
