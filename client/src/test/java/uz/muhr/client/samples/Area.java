package uz.muhr.client.samples;

/** A rectangle on the page in points, measured from the upper left corner of the page downward. */
record Area(float left, float top, float width, float height) {
    float right() {
        return left + width;
    }

    float bottom() {
        return top + height;
    }
}
