/* Says when a part of the screen shows writing, at once and without a picture on disk.
 *
 *   painted X Y WIDTH HEIGHT
 *
 * Prints "ready". For each line that it reads it waits until that part of the screen has many colors (writing has many shades,
 * an empty window one) and prints "painted".
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ENOUGH = 17 };

static int has_writing(Display *display, int x, int y, unsigned width, unsigned height) {
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, width, height, AllPlanes, ZPixmap);
    if (!image) return 0;
    unsigned long colors[ENOUGH];
    int count = 0;
    for (unsigned row = 0; row < height && count < ENOUGH; row++) {
        for (unsigned column = 0; column < width && count < ENOUGH; column++) {
            unsigned long color = XGetPixel(image, column, row);
            int known = 0;
            for (int at = 0; at < count && !known; at++) known = colors[at] == color;
            if (!known) colors[count++] = color;
        }
    }
    XDestroyImage(image);
    return count == ENOUGH;
}

int main(int argc, char **argv) {
    Display *display = XOpenDisplay(NULL);
    if (!display || argc != 5) return 2;
    int x = atoi(argv[1]), y = atoi(argv[2]), width = atoi(argv[3]), height = atoi(argv[4]);
    char line[16];
    puts("ready");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        struct timespec nap = { 0, 500000 };
        while (!has_writing(display, x, y, width, height)) nanosleep(&nap, NULL);
        puts("painted");
        fflush(stdout);
    }
    return 0;
}
