/* The tray that Portico is measured against: GTK 3, ayatana-appindicator, and a menu of so many rows. Nothing else.
 *
 *   peer ROWS
 */
#include <gtk/gtk.h>
#include <libayatana-appindicator/app-indicator.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    gtk_init(&argc, &argv);
    int rows = argc > 1 ? atoi(argv[1]) : 0;
    GtkWidget *menu = gtk_menu_new();
    GtkWidget *group = NULL;
    for (int row = 0; row < rows; row++) {
        char label[64];
        if (row % 50 == 0) {
            g_snprintf(label, sizeof label, "Group %d", row / 50);
            GtkWidget *item = gtk_menu_item_new_with_label(label);
            group = gtk_menu_new();
            gtk_menu_item_set_submenu(GTK_MENU_ITEM(item), group);
            gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
        }
        g_snprintf(label, sizeof label, "Customer %d", row);
        gtk_menu_shell_append(GTK_MENU_SHELL(group), gtk_menu_item_new_with_label(label));
    }
    gtk_widget_show_all(menu);
    AppIndicator *indicator =
        app_indicator_new("portico-bench-peer", "folder", APP_INDICATOR_CATEGORY_APPLICATION_STATUS);
    app_indicator_set_status(indicator, APP_INDICATOR_STATUS_ACTIVE);
    app_indicator_set_menu(indicator, GTK_MENU(menu));
    gtk_main();
    return 0;
}
