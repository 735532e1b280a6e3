/* The page that the customers window is measured against: WebKitGTK, a text field and as many rows, which change with each key.
 * Nothing else.
 *
 * Prints "ready", and shows its window once it reads a line.
 */
#include <gtk/gtk.h>
#include <stdio.h>
#include <webkit2/webkit2.h>

static const char *page =
    "<!doctype html><style>body{margin:0;font:13px sans-serif}p{height:49px;margin:0;border-bottom:1px solid #ddd}</style>"
    "<input autofocus><div></div><script>"
    "const rows=document.querySelector('div'),field=document.querySelector('input');"
    "const draw=()=>rows.replaceChildren(...Array.from({length:22},(_,at)=>{const row=document.createElement('p');"
    "row.textContent=`${field.value} customer ${at} `.repeat(8);return row}));"
    "field.addEventListener('input',draw);draw();"
    "field.addEventListener('keydown',(event)=>{if(event.key==='Escape'){field.value='';draw()}});"
    "</script>";

static gboolean show(GIOChannel *input, GIOCondition condition, gpointer nothing) {
    (void)input, (void)condition, (void)nothing;
    char line[16];
    if (!fgets(line, sizeof line, stdin)) {
        gtk_main_quit();
        return FALSE;
    }
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_window_set_title(GTK_WINDOW(window), "Portico's peer");
    gtk_window_set_default_size(GTK_WINDOW(window), 1060, 700);
    gtk_window_set_position(GTK_WINDOW(window), GTK_WIN_POS_CENTER_ALWAYS);
    GtkWidget *view = webkit_web_view_new();
    webkit_web_view_load_html(WEBKIT_WEB_VIEW(view), page, NULL);
    gtk_container_add(GTK_CONTAINER(window), view);
    gtk_widget_show_all(window);
    gtk_widget_grab_focus(view);
    return TRUE;
}

int main(int argc, char **argv) {
    gtk_init(&argc, &argv);
    setvbuf(stdin, NULL, _IONBF, 0);
    g_io_add_watch(g_io_channel_unix_new(0), G_IO_IN | G_IO_HUP, show, NULL);
    puts("ready");
    fflush(stdout);
    gtk_main();
    return 0;
}
